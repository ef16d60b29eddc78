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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked examples of the definitions, from notifications to the analysts' views. */
final class WorkedExamplesTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

  static Stream<WorkedExample> examples() {
    return WorkedExample.all().stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void rows_are_as_expected_in_the_given_order(WorkedExample example) {
    check(example, List.of(example.notifications()));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void rows_are_the_same_shuffled_and_refreshed_after_each_notification(WorkedExample example) {
    List<String> shuffled = new ArrayList<>(example.notifications());
    Collections.shuffle(shuffled, new Random(7));
    check(example, shuffled.stream().map(List::of).toList());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void rows_are_the_same_doubled_and_in_reverse_order(WorkedExample example) {
    List<String> reversed = new ArrayList<>(example.notifications());
    Collections.reverse(reversed);
    check(example, List.of(reversed, example.notifications()));
  }

  private static void check(WorkedExample example, List<List<String>> batches) {
    try (TestDatabase database = TestDatabase.create()) {
      new Sources(database.owner()).replace(List.of(example.source()));
      long duplicates = 0;
      long rejected = 0;
      Refresh refresh = new Refresh(database.owner());
      for (List<String> batch : batches) {
        ImportTotals totals = receive(database, batch);
        duplicates += totals.duplicate();
        rejected += totals.rejected();
        refresh.run();
      }
      int times =
          (int) batches.stream().flatMap(List::stream).count() / example.notifications().size();
      JsonNode expected = example.expected();
      assertThat(rejected).isEqualTo(times * expected.get("rejected").longValue());
      long distinct =
          example.notifications().size()
              - expected.get("rejected").longValue()
              - expected.get("duplicates").longValue();
      assertThat(duplicates)
          .isEqualTo(
              times * (example.notifications().size() - expected.get("rejected").longValue())
                  - distinct);
      checkRows(DSL.using(database.owner(), SQLDialect.POSTGRES), example);
    }
  }

  private static void checkRows(DSLContext sql, WorkedExample example) {
    JsonNode expected = example.expected();
    assertRows(sql.fetch("select * from analytics.call order by pbx_id"), expected.get("calls"));
    assertRows(
        sql.fetch("select * from analytics.attempt order by pbx_id, attempt_no"),
        expected.get("attempts"));
    if (expected.has("callbacks")) {
      assertRows(
          sql.fetch(
              "select * from analytics.missed_call_at(cast(? as timestamptz)) order by pbx_id",
              expected.get("generated_at").textValue()),
          expected.get("callbacks"));
    }
  }

  private static ImportTotals receive(TestDatabase database, List<String> lines) {
    return new JournalImport(database.owner(), CLOCK)
        .run(
            "main",
            new ByteArrayInputStream(String.join("\n", lines).getBytes(UTF_8)),
            totals -> {});
  }

  private static void assertRows(List<Record> rows, JsonNode expected) {
    List<String> actual = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      actual.add(
          i < expected.size() ? picked(rows.get(i), expected.get(i)) : rows.get(i).toString());
    }
    assertThat(actual)
        .containsExactlyElementsOf(
            StreamSupport.stream(expected.spliterator(), false)
                .map(WorkedExamplesTest::text)
                .toList());
  }

  /** Those columns of the row that the example names. */
  private static String picked(Record row, JsonNode expected) {
    return fields(expected)
        .map(field -> field + "=" + value(row.get(field)))
        .collect(Collectors.joining("\n"));
  }

  private static String text(JsonNode expected) {
    return fields(expected)
        .map(field -> field + "=" + value(expected.get(field)))
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> fields(JsonNode expected) {
    List<String> names = new ArrayList<>();
    expected.fieldNames().forEachRemaining(names::add);
    return names.stream();
  }

  private static String value(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    if (value instanceof java.sql.Timestamp instant) {
      return instant.toInstant().toString();
    }
    if (value instanceof java.time.OffsetDateTime instant) {
      return instant.toInstant().toString();
    }
    if (value instanceof Object[] array) {
      return List.of(array).toString();
    }
    return String.valueOf(value);
  }

  private static String value(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue().stripTrailingZeros().toPlainString();
    }
    if (value.isArray()) {
      List<String> elements = new ArrayList<>();
      value.forEach(element -> elements.add(element.asText()));
      return elements.toString();
    }
    String text = value.asText();
    return text.matches("\\d{4}-\\d\\d-\\d\\dT.*Z") ? Instant.parse(text).toString() : text;
  }
}
