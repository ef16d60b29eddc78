package calltally.ingest.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.exchange.Notification;
import calltally.exchange.NotificationReader;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import calltally.ingest.metrics.Counters;
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
  void a_single_row_is_stored_immediately_and_only_once() {
    assertThat(store(row("1"))).isEqualTo(StorageResult.STORED);
    assertThat(store(row("1"))).isEqualTo(StorageResult.DUPLICATE);
    assertThat(store(row("2"))).isEqualTo(StorageResult.STORED);
  }

  @Test
  void rows_that_arrive_during_a_statement_are_stored_by_the_next_one() throws Exception {
    List<WaitingRow> rows = new ArrayList<>();

    duringStatement(rows, () -> rows.addAll(add("1", "2", "3", "2", "4")));

    assertThat(outcomes(rows))
        .containsExactly("STORED", "STORED", "STORED", "STORED", "DUPLICATE", "STORED");
    assertThat(rowsPerStatement()).containsExactly(1L, 4L);
  }

  @Test
  void a_statement_stores_at_most_five_hundred_rows() throws Exception {
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
  void rows_too_long_for_one_statement_take_two() throws Exception {
    List<WaitingRow> rows = new ArrayList<>();

    duringStatement(
        rows, () -> IntStream.range(0, 6).forEach(n -> rows.addAll(add(n + "x".repeat(250_000)))));

    assertThat(outcomes(rows)).hasSize(7).containsOnly("STORED");
    assertThat(rowsPerStatement()).containsExactly(1L, 4L, 2L);
  }

  @Test
  void a_row_does_not_wait_for_the_long_rows_of_another_source() throws Exception {
    database
        .sql()
        .execute("insert into config.source (name, zone, region) values ('other', 'UTC', 'BY')");
    List<WaitingRow> rows = new ArrayList<>();

    duringStatement(
        rows,
        () -> {
          IntStream.range(0, 8).forEach(n -> rows.addAll(add(n + "x".repeat(1_000_000))));
          rows.add(commit.add(row("other", "test", "short")));
        });

    assertThat(outcomes(rows)).hasSize(10).containsOnly("STORED");
    assertThat(
            database.row(
                """
                select count(distinct before.ingest_xid)
                from journal.notification as short
                join journal.notification as before on before.ingest_xid < short.ingest_xid
                where short.fields ->> 'message' = 'short'
                """))
        .containsExactly("1");
  }

  @Test
  void a_full_queue_makes_room_for_the_row_of_another_source() throws Exception {
    database
        .sql()
        .execute("insert into config.source (name, zone, region) values ('other', 'UTC', 'BY')");
    commit.close();
    commit = GroupCommit.into(journal, new Bounds(3, 4096), new Counters());
    List<WaitingRow> rows = new ArrayList<>();

    duringStatement(
        rows,
        () -> {
          rows.addAll(add("1", "2"));
          WaitingRow newest = commit.add(row("test", "3"));
          rows.add(commit.add(row("other", "test", "4")));
          assertThat(newest.within(LONG))
              .isCompletedExceptionally()
              .failsWithin(LONG)
              .withThrowableThat()
              .withCauseInstanceOf(JournalUnavailable.class);
        });

    assertThat(outcomes(rows)).hasSize(4).containsOnly("STORED");
    assertThat(database.count(JOURNAL)).isEqualTo(4);
  }

  @Test
  void a_refused_row_fails_alone() throws Exception {
    database.refuseEvent("unwanted");
    List<WaitingRow> rows = new ArrayList<>();

    duringStatement(
        rows,
        () -> {
          rows.addAll(add("1", "2"));
          rows.add(commit.add(row("unwanted", "3")));
          rows.addAll(add("4", "5", "6", "7"));
        });

    assertThat(outcomes(rows))
        .containsExactly(
            "STORED",
            "STORED",
            "STORED",
            "the database must accept the notification (was SQLSTATE 23514)",
            "STORED",
            "STORED",
            "STORED",
            "STORED");
    assertThat(database.count(JOURNAL)).isEqualTo(7);
  }

  @Test
  void a_full_queue_accepts_no_rows() throws Exception {
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
                  "cannot store notifications:"
                      + " at most 3 rows of 4096 characters in total may wait");
          rows.addAll(add("3"));
          assertThatThrownBy(() -> add("4")).isInstanceOf(JournalUnavailable.class);
        });

    assertThat(outcomes(rows)).hasSize(4).containsOnly("STORED");
    assertThat(store(row("4"))).isEqualTo(StorageResult.STORED);
  }

  @Test
  void a_row_given_up_by_its_sender_is_not_stored_later() throws Exception {
    List<WaitingRow> rows = new ArrayList<>();

    duringStatement(
        rows,
        () ->
            assertThat(commit.store(row("1"), Duration.ZERO))
                .failsWithin(LONG)
                .withThrowableThat()
                .withCauseInstanceOf(JournalUnavailable.class));

    assertThat(store(row("2"))).isEqualTo(StorageResult.STORED);
    assertThat(database.count(JOURNAL)).isEqualTo(2);
  }

  @Test
  void a_batch_given_up_by_its_senders_can_be_resolved() throws Exception {
    List<WaitingRow> rows = new ArrayList<>();
    List<BatchId> batches = new ArrayList<>();

    duringStatement(rows, () -> batches.add(Objects.requireNonNull(rows.get(0).abandon())));

    assertThat(outcomes(rows)).containsExactly("STORED");
    assertThat(journal.resolve(batches.get(0), LONG)).isTrue();
  }

  @Test
  void a_batch_resolved_before_it_arrives_is_not_stored() {
    BatchId late = new BatchId(UUID.randomUUID(), 0, 1);
    assertThat(journal.resolve(late, LONG)).isFalse();

    assertThatThrownBy(() -> journal.append(batch(late, "1"), LONG))
        .isInstanceOf(BatchOutOfOrder.class);

    assertThat(journal.resolve(late, LONG)).isFalse();
    assertThat(database.count(JOURNAL)).isZero();
  }

  @Test
  void a_batch_is_stored_once_and_in_order() {
    BatchId first = new BatchId(UUID.randomUUID(), 0, 7);
    assertThat(journal.append(batch(first, "1"), LONG)).containsExactly(StorageResult.STORED);

    assertThatThrownBy(() -> journal.append(batch(first, "1"), LONG))
        .isInstanceOf(BatchOutOfOrder.class);

    assertThat(journal.lastBatch(first.writer(), LONG)).isEqualTo(7);
    assertThat(database.count("journal.duplicate")).isZero();
  }

  @Test
  void waiting_rows_are_stored_before_closing() throws Exception {
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
  void a_database_failure_is_reported_and_later_rows_are_stored() {
    database.sql().execute("alter function journal.advance_writer rename to away");
    assertThatThrownBy(() -> store(row("1")))
        .hasCauseInstanceOf(JournalUnavailable.class)
        .hasMessageEndingWith("(was SQLSTATE 42883)");

    database.sql().execute("alter function journal.away rename to advance_writer");

    assertThat(store(row("1"))).isEqualTo(StorageResult.STORED);
  }

  /** Runs the steps while a first row, added to {@code rows}, is being written. */
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
    return Stream.of(messages).map(message -> commit.add(row(message))).toList();
  }

  private static List<String> outcomes(List<WaitingRow> rows) {
    return rows.stream().map(GroupCommitTest::outcome).toList();
  }

  private static String outcome(WaitingRow row) {
    return row.within(LONG)
        .thenApply(StorageResult::name)
        .exceptionally(failure -> ((UnstorableRow) AsyncCause.of(failure)).rejection().rule())
        .join();
  }

  private StorageResult store(JournalRow row) {
    return commit.store(row, LONG).join();
  }

  private static Batch batch(BatchId id, String message) {
    return new Batch(List.of(row(message)), id);
  }

  private List<Long> rowsPerStatement() {
    return database
        .sql()
        .fetch("select count(*) from journal.notification group by ingest_xid order by ingest_xid")
        .getValues(0, Long.class);
  }

  private static NotificationRow row(String message) {
    return row("test", message);
  }

  private static NotificationRow row(String event, String message) {
    return row("main", event, message);
  }

  private static NotificationRow row(String source, String event, String message) {
    Bytes line =
        Bytes.of(
            "{\"event\": \"%s\", \"message\": \"%s\"}".formatted(event, message).getBytes(UTF_8));
    Notification notification = (Notification) READER.read(NotifyRequest.line(line), NOW);
    return NotificationRow.of(source, NOW, RequestMethod.POST, notification);
  }
}
