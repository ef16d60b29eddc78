package calltally.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.ingest.journal.importing.ImportTotals;
import calltally.ingest.journal.importing.JournalImport;
import calltally.reporting.call.Refresh;
import calltally.sql.settings.Sources;
import calltally.sql.testing.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The worked examples of the definitions, from notifications to the analysts' views: each a source
 * of its own, all of them in one database for each order of arrival.
 */
final class WorkedExamplesTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

  private static final Map<DeliveryOrder, TestDatabase> DATABASES = new HashMap<>();
  private static final Map<Case, ImportTotals> TOTALS = new HashMap<>();

  /** In which order, and how often, notifications arrive. */
  enum DeliveryOrder {
    AS_GIVEN,
    SHUFFLED_AND_REFRESHED_AFTER_EACH,
    REVERSED_AND_THEN_AGAIN_AS_GIVEN;

    /** What is imported between two refreshes. */
    List<List<String>> batches(List<String> notifications) {
      List<String> other = new ArrayList<>(notifications);
      return switch (this) {
        case AS_GIVEN -> List.of(notifications);
        case SHUFFLED_AND_REFRESHED_AFTER_EACH -> {
          Collections.shuffle(other, new Random(7));
          yield other.stream().map(List::of).toList();
        }
        case REVERSED_AND_THEN_AGAIN_AS_GIVEN -> {
          Collections.reverse(other);
          yield List.of(other, notifications);
        }
      };
    }
  }

  record Case(DeliveryOrder arrival, WorkedExample example) {
    @Override
    public String toString() {
      return example + " " + arrival;
    }
  }

  @BeforeAll
  static void receive() {
    for (DeliveryOrder arrival : DeliveryOrder.values()) {
      TestDatabase database = TestDatabase.create();
      DATABASES.put(arrival, database);
      new Sources(database.pool())
          .replace(WorkedExample.all().stream().map(WorkedExample::source).toList());
      boolean more = true;
      for (int i = 0; more; i++) {
        more = receive(database, arrival, i);
        new Refresh(database.pool()).run();
      }
    }
  }

  /** Imports the next batch of each example; returns whether there was any. */
  private static boolean receive(TestDatabase database, DeliveryOrder arrival, int index) {
    boolean more = false;
    for (WorkedExample example : WorkedExample.all()) {
      List<List<String>> batches = arrival.batches(example.notifications());
      if (index < batches.size()) {
        more = true;
        TOTALS.merge(
            new Case(arrival, example),
            imported(database, example, batches.get(index)),
            WorkedExamplesTest::sum);
      }
    }
    return more;
  }

  private static ImportTotals imported(
      TestDatabase database, WorkedExample example, List<String> lines) {
    return new JournalImport(database.pool(), CLOCK)
        .run(
            example.source().name(),
            new ByteArrayInputStream(String.join("\n", lines).getBytes(UTF_8)),
            totals -> {});
  }

  private static ImportTotals sum(ImportTotals one, ImportTotals other) {
    return new ImportTotals(
        one.stored() + other.stored(),
        one.duplicate() + other.duplicate(),
        one.rejected() + other.rejected(),
        one.passedOver() + other.passedOver());
  }

  @AfterAll
  static void drop() {
    DATABASES.values().forEach(TestDatabase::close);
  }

  static Stream<Case> cases() {
    return Stream.of(DeliveryOrder.values())
        .flatMap(order -> WorkedExample.all().stream().map(example -> new Case(order, example)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rows_are_as_expected(Case worked) {
    WorkedExample example = worked.example();
    JsonNode expected = example.expected();
    int sent = example.notifications().size();
    int times = worked.arrival() == DeliveryOrder.REVERSED_AND_THEN_AGAIN_AS_GIVEN ? 2 : 1;
    long rejected = expected.get("rejected").longValue();
    long stored = sent - rejected - expected.get("duplicates").longValue();
    ImportTotals totals = Objects.requireNonNull(TOTALS.get(worked));

    assertThat(totals.rejected()).isEqualTo(times * rejected);
    assertThat(totals.stored()).isEqualTo(stored);
    assertThat(totals.duplicate()).isEqualTo(times * (sent - rejected) - stored);
    checkRows(new Rows(worked), expected);
  }

  private static void checkRows(Rows rows, JsonNode expected) {
    assertRows(rows.of("analytics.call", "pbx_id"), expected.get("calls"));
    assertRows(rows.of("analytics.attempt", "pbx_id, attempt_no"), expected.get("attempts"));
    if (expected.has("callbacks")) {
      assertRows(
          rows.of(
              "analytics.missed_call_at(timestamptz '%s')"
                  .formatted(expected.get("generated_at").textValue()),
              "pbx_id"),
          expected.get("callbacks"));
    }
    if (expected.has("managers")) {
      assertRows(
          rows.of("analytics.daily_manager", "local_date, manager collate \"C\""),
          expected.get("managers"));
    }
    if (expected.has("line")) {
      assertRows(rows.of("analytics.daily_line", "local_date, line"), expected.get("line"));
    }
  }

  private static void assertRows(List<Record> rows, JsonNode expected) {
    List<String> actual = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      actual.add(
          i < expected.size()
              ? ExampleRow.picked(rows.get(i), expected.get(i))
              : rows.get(i).toString());
    }
    assertThat(actual)
        .containsExactlyElementsOf(
            StreamSupport.stream(expected.spliterator(), false).map(ExampleRow::text).toList());
  }

  /** The rows of an example. */
  private record Rows(Case worked) {

    List<Record> of(String view, String order) {
      TestDatabase database = Objects.requireNonNull(DATABASES.get(worked.arrival()));
      DSLContext sql = DSL.using(database.pool(), SQLDialect.POSTGRES);
      return sql.fetch(
          "select * from " + view + " where source = ? order by " + order,
          worked.example().source().name());
    }
  }
}
