package calltally.ingest.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.exchange.Notification;
import calltally.exchange.NotificationReader;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import calltally.ingest.journal.AsyncCause;
import calltally.ingest.journal.Batch;
import calltally.ingest.journal.BatchId;
import calltally.ingest.journal.Bounds;
import calltally.ingest.journal.GroupCommit;
import calltally.ingest.journal.Journal;
import calltally.ingest.journal.JournalRow;
import calltally.ingest.journal.NotificationRow;
import calltally.ingest.metrics.Counters;
import calltally.ingest.testing.IngestDatabase;
import calltally.sql.testing.Eventually;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SpoolTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final NotificationReader READER =
      new NotificationReader(ZoneId.of("Europe/Minsk"), "BY");
  private static final Duration LONG = Duration.ofMinutes(1);

  private final IngestDatabase database = new IngestDatabase();
  private final Path folder = database.spool();
  private final Journal journal = Journal.open(database.ingest());
  private final Counters counters = new Counters();
  private Spool spool = Spool.open(settings());

  @AfterEach
  void stop() {
    spool.close();
    journal.close();
    database.close();
  }

  @Test
  void records_are_replayed_in_order_and_their_files_deleted() {
    keep(0, 1200);

    replay();

    assertThat(messages()).isEqualTo(numbers(0, 1200));
    assertThat(files()).isEmpty();
  }

  @Test
  void records_survive_a_restart() {
    keep(0, 10);
    spool.close();
    reopen();
    keep(10, 20);

    replay();

    assertThat(messages()).isEqualTo(numbers(0, 20));
  }

  @Test
  void a_torn_end_is_skipped() throws Exception {
    keep(0, 10);
    spool.close();
    change(bytes -> Arrays.copyOf(bytes, bytes.length - 3));
    reopen();

    replay();

    assertThat(messages()).hasSize(9).isSubsetOf(numbers(0, 10));
  }

  @Test
  void damage_in_the_middle_costs_one_record_and_is_quarantined() throws Exception {
    keep(0, 10);
    spool.close();
    change(
        bytes -> {
          bytes[bytes.length / 2]++;
          return bytes;
        });
    reopen();

    replay();

    assertThat(messages()).hasSize(9);
    try (Stream<Path> kept = Files.list(folder)) {
      assertThat(kept.filter(file -> file.toString().endsWith(".damaged"))).hasSize(1);
    }
  }

  @Test
  void zeros_after_a_power_loss_are_skipped() throws Exception {
    keep(0, 10);
    spool.close();
    change(bytes -> Arrays.copyOf(bytes, bytes.length + 4096));
    reopen();

    replay();

    assertThat(messages()).isEqualTo(numbers(0, 10));
    try (Stream<Path> kept = Files.list(folder)) {
      assertThat(kept.filter(file -> file.toString().endsWith(".damaged"))).isEmpty();
    }
  }

  @Test
  void records_already_replayed_are_not_replayed_again() throws Exception {
    keep(0, 10);
    spool.close();
    byte[] file = Files.readAllBytes(files().get(0));
    Path name = files().get(0);
    reopen();
    replay();
    spool.close();

    Files.write(name, file);
    reopen();
    replay();

    assertThat(messages()).isEqualTo(numbers(0, 10));
    assertThat(database.count("journal.duplicate")).isZero();
  }

  @Test
  void records_stored_by_a_batch_in_doubt_are_not_replayed_and_the_rest_are() {
    BatchId known = new BatchId(UUID.randomUUID(), 0, 1);
    BatchId lost = new BatchId(UUID.randomUUID(), 0, 1);
    journal.append(new Batch(List.of(row(1)), known), LONG);
    spool.keep(row(1), known, LONG).join();
    spool.keep(row(2), lost, LONG).join();

    replay();

    assertThat(messages()).isEqualTo(numbers(1, 3));
    assertThat(database.count("journal.duplicate")).isZero();
  }

  /** The file was written by a version in which PostgreSQL parsed the JSON. */
  @Test
  void a_file_of_an_earlier_version_is_replayed() throws Exception {
    spool.close();
    try (InputStream file = SpoolTest.class.getResourceAsStream("format-1.spool")) {
      Files.copy(Objects.requireNonNull(file), folder.resolve("000000000001.spool"));
    }
    reopen();

    replay();

    assertThat(
            database.row(
                """
                select received_at at time zone 'UTC', occurred_at at time zone 'UTC', digest = sha256(convert_to(
                    '{"audio_path":"https://records.example.com/1.mp3","big":"12345678901234567890.10",'
                    || '"duration":"52.50","event":" Incoming_Call_END ",'
                    || '"extra":[1.50,null,{"a":true,"b":"\\"}]\\\\"}],"pbx_id":"1763618400.10",'
                    || '"status":"Odd","time":"2026-11-20T09:00:09"}', 'UTF8')),
                    event, pbx_id, caller, status, duration, audio_path, fields ->> 'pbx_id', fields -> 'extra',
                    fields ->> 'big', method, channel, parser_version, remarks
                from journal.notification
                where pbx_id like '17%'
                """))
        .containsExactly(
            "2026-11-20 06:00:10",
            "2026-11-20 06:00:09",
            "t",
            "incoming_call_end",
            "1763618400.10",
            null,
            "other",
            "52.50",
            "https://records.example.com/1.mp3",
            "1763618400.10",
            "[1.50, null, {\"a\": true, \"b\": \"\\\"}]\\\\\"}]",
            "12345678901234567890.10",
            "POST",
            "http",
            "1",
            "{time_without_offset,unknown_status}");
    assertThat(
            database.row(
                "select fields ->> 'message', occurred_at, remarks from journal.notification where"
                    + " event = 'test'"))
        .containsExactly("Привет, \"мир\"\n😀", "-infinity", "{}");
    assertThat(
            database.row(
                "select field, method, content_type, query, convert_from(body, 'UTF8'), size from"
                    + " journal.rejected"))
        .containsExactly("pbx_id", "POST", "text/plain", "x=1", "event=incoming_call_start", "28");
    assertThat(database.count("journal.notification")).isEqualTo(3);
  }

  @Test
  void a_folder_is_used_by_one_receiver_only() {
    assertThatThrownBy(() -> Spool.open(settings()))
        .isInstanceOf(SpoolUnavailable.class)
        .hasMessage(
            "cannot write notifications to the spool: another receiver is using the folder "
                + folder);
  }

  @Test
  void a_full_spool_refuses_rows_until_there_is_space() {
    String text = "x".repeat(100_000);
    for (int n = 0; n < 9; n++) {
      spool.keep(row(n, text), null, LONG).join();
    }

    assertThatThrownBy(() -> spool.keep(row(9, text), null, LONG).join())
        .cause()
        .isInstanceOf(SpoolUnavailable.class)
        .hasMessage(
            "cannot write notifications to the spool: a source must leave a tenth of the room to"
                + " the others (was main with "
                + 9 * frameLength(row(0, text))
                + " bytes)");

    replay();

    spool.keep(row(9, text), null, LONG).join();
  }

  @Test
  void a_disk_failure_is_reported_and_later_rows_are_written() throws Exception {
    keep(0, 5);
    Path away = folder.resolveSibling(folder.getFileName() + "-away");
    Files.move(folder, away);
    assertThatThrownBy(() -> spool.keep(row(5), null, LONG).join())
        .hasCauseInstanceOf(SpoolUnavailable.class);

    Files.move(away, folder);
    keep(6, 8);
    replay();

    assertThat(messages()).containsExactlyInAnyOrder("0", "1", "2", "3", "4", "6", "7");
  }

  @Test
  void what_a_slow_disk_has_after_all_is_known_once_it_answers() {
    SpoolUnavailable underWay;
    synchronized (spool.segments()) { // the disk does not answer
      CompletableFuture<Void> first = spool.keep(row(0), null, Duration.ofMillis(200));
      Eventually.until(this::isWriterBlocked);
      CompletableFuture<Void> second = spool.keep(row(1), null, Duration.ofMillis(1));

      assertThat(unavailable(second).keptAfterAll()).isCompletedWithValue(false);
      underWay = unavailable(first);
      assertThat(underWay.keptAfterAll()).isNotDone();
    }

    assertThat(underWay.keptAfterAll().join()).isTrue();
    replay();
    assertThat(messages()).containsExactly("0");
  }

  @Test
  void a_row_does_not_wait_for_the_long_rows_of_another_source() {
    spool.close();
    spool = Spool.open(new SpoolSettings(folder, 64 << 20));
    List<String> written = Collections.synchronizedList(new ArrayList<>());
    List<CompletableFuture<Void>> kept = new ArrayList<>();
    synchronized (spool.segments()) { // the disk does not answer
      kept.add(spool.keep(row(0), null, LONG));
      Eventually.until(this::isWriterBlocked);
      for (int number = 1; number <= 20; number++) {
        JournalRow row = row("main", number, "x".repeat(1_000_000));
        kept.add(spool.keep(row, null, LONG).thenRun(() -> written.add("long")));
      }
      JournalRow row = row("other", 21, "");
      kept.add(spool.keep(row, null, LONG).thenRun(() -> written.add("short")));
    }

    kept.forEach(CompletableFuture::join);
    assertThat(written).hasSize(21);
    assertThat(written.subList(0, 5)).contains("short");
  }

  private static SpoolUnavailable unavailable(CompletableFuture<Void> kept) {
    return (SpoolUnavailable) kept.handle((done, failure) -> AsyncCause.of(failure)).join();
  }

  private boolean isWriterBlocked() {
    int segments = System.identityHashCode(spool.segments());
    return Stream.of(ManagementFactory.getThreadMXBean().dumpAllThreads(false, false))
        .map(ThreadInfo::getLockInfo)
        .anyMatch(lock -> lock != null && lock.getIdentityHashCode() == segments);
  }

  private SpoolSettings settings() {
    return new SpoolSettings(folder, 1 << 20);
  }

  private void reopen() {
    spool = Spool.open(settings());
  }

  private void keep(int from, int until) {
    IntStream.range(from, until).parallel().forEach(n -> spool.keep(row(n), null, LONG).join());
  }

  /** Replays until nothing is left. */
  private void replay() {
    GroupCommit commit = GroupCommit.into(journal, new Bounds(1, 1), counters);
    JournalOrSpool journalOrSpool = JournalOrSpool.open(journal, commit, spool, counters);
    Eventually.until(spool::isEmpty);
    journalOrSpool.close();
    reopen();
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".spool")).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void change(Change change) throws IOException {
    Path file = files().get(0);
    Files.write(file, change.of(Files.readAllBytes(file)));
  }

  private List<String> messages() {
    return database
        .sql()
        .fetch("select fields ->> 'n' from journal.notification order by (fields ->> 'n')::int")
        .getValues(0, String.class);
  }

  private static List<String> numbers(int from, int until) {
    return IntStream.range(from, until).mapToObj(String::valueOf).toList();
  }

  private static long frameLength(JournalRow row) {
    return new Frame(1, new SpoolRecord(row, null).toBytes()).length();
  }

  private static JournalRow row(int number) {
    return row(number, "");
  }

  private static JournalRow row(int number, String text) {
    return row("main", number, text);
  }

  private static JournalRow row(String source, int number, String text) {
    String line = "{\"event\": \"test\", \"n\": \"%d\", \"text\": \"%s\"}".formatted(number, text);
    Bytes bytes = Bytes.of(line.getBytes(UTF_8));
    Notification notification = (Notification) READER.read(NotifyRequest.line(bytes), NOW);
    return NotificationRow.of(source, NOW, RequestMethod.POST, notification);
  }

  /** A manipulation of a file. */
  @FunctionalInterface
  private interface Change {

    byte[] of(byte[] bytes);
  }
}
