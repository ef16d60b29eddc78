package calltally.ingest.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.ingest.metrics.Counters;
import calltally.ingest.notification.Method;
import calltally.ingest.notification.Notification;
import calltally.ingest.notification.NotificationReader;
import calltally.ingest.notification.Octets;
import calltally.ingest.notification.RawRequest;
import calltally.ingest.testing.IngestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GroupCommitTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final NotificationReader READER =
      new NotificationReader(ZoneId.of("Europe/Minsk"), "BY");
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Bounds PLENTY = new Bounds(10_000, 32 << 20);
  private static final String JOURNAL = "journal.notification";

  private final IngestDatabase database = new IngestDatabase();
  private final Journal journal = Journal.open(database.ingest());
  private GroupCommit commit = GroupCommit.into(journal, PLENTY, new Counters());

  @AfterEach
  void stop() {
    commit.close();
    journal.close();
    database.close();
  }

  @Test
  void who_comes_alone_is_stored_at_once_and_only_once() {
    assertThat(store(delivery("1"))).isEqualTo(Outcome.STORED);
    assertThat(store(delivery("1"))).isEqualTo(Outcome.DUPLICATE);
    assertThat(store(delivery("2"))).isEqualTo(Outcome.STORED);
  }

  @Test
  void what_arrives_during_a_statement_is_stored_by_the_next_one() throws Exception {
    List<WaitingRow> rows = new ArrayList<>();

    duringStatement(rows, () -> rows.addAll(add("1", "2", "3", "2", "4")));

    assertThat(outcomes(rows))
        .containsExactly("STORED", "STORED", "STORED", "STORED", "DUPLICATE", "STORED");
    assertThat(rowsPerStatement()).containsExactly(1L, 4L);
  }

  @Test
  void a_statement_has_five_hundred_rows_at_most() throws Exception {
    List<WaitingRow> rows = new ArrayList<>();

    duringStatement(
        rows,
        () ->
            rows.addAll(
                add(IntStream.range(0, 501).mapToObj(String::valueOf).toArray(String[]::new))));

    assertThat(outcomes(rows)).hasSize(502).containsOnly("STORED");
    assertThat(rowsPerStatement()).containsExactly(1L, 500L, 1L);
  }

  @Test
  void what_is_too_long_for_one_statement_takes_two() throws Exception {
    List<WaitingRow> rows = new ArrayList<>();

    duringStatement(
        rows,
        () -> IntStream.range(0, 6).forEach(n -> rows.addAll(add(n + "x".repeat(1_000_000)))));

    assertThat(outcomes(rows)).hasSize(7).containsOnly("STORED");
    assertThat(rowsPerStatement()).containsExactly(1L, 4L, 2L);
  }

  @Test
  void a_row_that_is_refused_fails_alone() throws Exception {
    database.refuseEvent("unwanted");
    List<WaitingRow> rows = new ArrayList<>();

    duringStatement(
        rows,
        () -> {
          rows.addAll(add("1", "2"));
          rows.add(commit.add(delivery("unwanted", "3")));
          rows.addAll(add("4", "5", "6", "7"));
        });

    assertThat(outcomes(rows))
        .containsExactly(
            "STORED",
            "STORED",
            "STORED",
            "the database has to accept it, was SQLSTATE 23514",
            "STORED",
            "STORED",
            "STORED",
            "STORED");
    assertThat(database.count(JOURNAL)).isEqualTo(7);
  }

  @Test
  void beyond_its_bounds_nothing_is_taken() throws Exception {
    commit.close();
    commit = GroupCommit.into(journal, new Bounds(3, 4096), new Counters());
    List<WaitingRow> rows = new ArrayList<>();

    duringStatement(
        rows,
        () -> {
          rows.addAll(add("1", "2"));
          assertThatThrownBy(() -> add("x".repeat(4096)))
              .isInstanceOf(JournalUnavailable.class)
              .hasMessage(
                  "notifications could not be stored:"
                      + " at most 3 of together 4096 characters may wait");
          rows.addAll(add("3"));
          assertThatThrownBy(() -> add("4")).isInstanceOf(JournalUnavailable.class);
        });

    assertThat(outcomes(rows)).hasSize(4).containsOnly("STORED");
    assertThat(store(delivery("4"))).isEqualTo(Outcome.STORED);
  }

  @Test
  void who_does_not_wait_is_not_stored_later() throws Exception {
    List<WaitingRow> rows = new ArrayList<>();

    duringStatement(
        rows,
        () ->
            assertThat(commit.store(delivery("1"), Duration.ZERO))
                .failsWithin(LONG)
                .withThrowableThat()
                .withCauseInstanceOf(JournalUnavailable.class));

    assertThat(store(delivery("2"))).isEqualTo(Outcome.STORED);
    assertThat(database.count(JOURNAL)).isEqualTo(2);
  }

  @Test
  void a_batch_that_nobody_waits_for_can_be_settled() throws Exception {
    List<WaitingRow> rows = new ArrayList<>();
    List<Ticket> tickets = new ArrayList<>();

    duringStatement(rows, () -> tickets.add(Objects.requireNonNull(rows.get(0).abandon())));

    assertThat(outcomes(rows)).containsExactly("STORED");
    assertThat(journal.settle(tickets.get(0), LONG)).isTrue();
  }

  @Test
  void a_batch_that_was_settled_before_it_came_is_not_taken_any_more() {
    Ticket late = new Ticket(UUID.randomUUID(), 0, 1);
    assertThat(journal.settle(late, LONG)).isFalse();

    assertThatThrownBy(() -> journal.append(batch(late, "1"), LONG))
        .isInstanceOf(TicketRefused.class);

    assertThat(journal.settle(late, LONG)).isFalse();
    assertThat(database.count(JOURNAL)).isZero();
  }

  @Test
  void a_batch_is_taken_once_and_in_its_order() {
    Ticket first = new Ticket(UUID.randomUUID(), 0, 7);
    assertThat(journal.append(batch(first, "1"), LONG)).containsExactly(Outcome.STORED);

    assertThatThrownBy(() -> journal.append(batch(first, "1"), LONG))
        .isInstanceOf(TicketRefused.class);

    assertThat(journal.lastBatch(first.writer(), LONG)).isEqualTo(7);
    assertThat(database.count("journal.duplicate")).isZero();
  }

  @Test
  void what_waits_is_stored_before_the_end() throws Exception {
    List<WaitingRow> rows = new ArrayList<>();
    CompletableFuture<Void> end = new CompletableFuture<>();

    duringStatement(
        rows,
        () -> {
          rows.addAll(add("1", "2", "3"));
          end.completeAsync(
              () -> {
                commit.close();
                return null;
              });
        });
    end.get(60, SECONDS);

    assertThat(outcomes(rows)).hasSize(4).containsOnly("STORED");
    assertThatThrownBy(() -> add("4")).hasMessageContaining("the program is stopping");
  }

  @Test
  void what_fails_with_the_database_is_said_and_later_ones_are_stored() {
    database
        .sql()
        .execute("alter function journal.advance_writer(uuid, bigint, bigint) rename to away");
    assertThatThrownBy(() -> store(delivery("1")))
        .hasCauseInstanceOf(JournalUnavailable.class)
        .hasMessageEndingWith("was SQLSTATE 42883");

    database.sql().execute("alter function journal.away(uuid, bigint, bigint) rename to follow");

    assertThat(store(delivery("1"))).isEqualTo(Outcome.STORED);
  }

  /** Does the steps while a first delivery is being written, which is added to the rows. */
  private void duringStatement(List<WaitingRow> rows, IngestDatabase.Steps steps) throws Exception {
    database.whileLocked(
        JOURNAL,
        () -> {
          rows.addAll(add("first"));
          database.awaitBlockedStatement();
          steps.run();
        });
  }

  private List<WaitingRow> add(String... messages) {
    return Stream.of(messages).map(message -> commit.add(delivery(message))).toList();
  }

  private static List<String> outcomes(List<WaitingRow> rows) {
    return rows.stream().map(GroupCommitTest::outcome).toList();
  }

  private static String outcome(WaitingRow row) {
    return row.within(LONG)
        .thenApply(Outcome::name)
        .exceptionally(failure -> ((RowRefused) Cause.of(failure)).rejection().rule())
        .join();
  }

  private Outcome store(Entry entry) {
    return commit.store(entry, LONG).join();
  }

  private static Batch batch(Ticket ticket, String message) {
    return new Batch(List.of(Written.of(delivery(message))), ticket);
  }

  private List<Long> rowsPerStatement() {
    return database
        .sql()
        .fetch("select count(*) from journal.notification group by ingest_xid order by ingest_xid")
        .getValues(0, Long.class);
  }

  private static Delivery delivery(String message) {
    return delivery("test", message);
  }

  private static Delivery delivery(String event, String message) {
    Octets line =
        Octets.of(
            "{\"event\": \"%s\", \"message\": \"%s\"}".formatted(event, message).getBytes(UTF_8));
    Notification notification = (Notification) READER.read(RawRequest.line(line), NOW);
    return new Delivery("main", NOW, Method.POST, notification);
  }
}
