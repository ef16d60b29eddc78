package calltally.ingest.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Notification;
import calltally.exchange.NotificationReader;
import calltally.exchange.Rejection;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import calltally.ingest.journal.AsyncCause;
import calltally.ingest.journal.JournalRow;
import calltally.ingest.journal.NotificationRow;
import calltally.ingest.journal.RejectedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that share a spool while the database is away. */
final class SpoolQuotaTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final NotificationReader READER =
      new NotificationReader(ZoneId.of("Europe/Minsk"), "BY");
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int SIZE = 1 << 20;
  private static final int LARGE = 20_000;

  @TempDir private Path folder;
  private Spool spool;

  @BeforeEach
  void open() {
    spool = Spool.open(new SpoolSettings(folder, SIZE));
  }

  @AfterEach
  void close() {
    spool.close();
  }

  @Test
  void a_source_that_floods_the_spool_leaves_a_tenth_of_it_to_the_others() {
    flood("flooding");
    assertThat(spool.length()).isBetween(SIZE / 10 * 9L - 2 * LARGE, SIZE / 10 * 9L);

    assertThat(refusal(notification("small", 100))).isNull();
    assertThat(refusal(notification("flooding", LARGE)))
        .isNotNull()
        .matches(SpoolUnavailable::isOverQuota);
  }

  @Test
  void each_further_source_that_floods_it_leaves_room_too() {
    for (int source = 0; source < 3; source++) {
      flood("flooding " + source);
    }

    assertThat(refusal(notification("small", 100))).isNull();
  }

  @Test
  void rejected_requests_count_for_their_source() {
    while (refusal(rejected("flooding", LARGE)) == null) {
      assertThat(spool.length()).isLessThan(SIZE);
    }

    assertThat(refusal(notification("flooding", LARGE))).isNotNull();
    assertThat(refusal(notification("small", 100))).isNull();
  }

  @Test
  void what_each_source_occupies_is_known_after_a_restart() throws IOException {
    flood("flooding");
    long length = spool.length();
    spool.close();
    open();

    assertThat(refusal(notification("flooding", LARGE)))
        .isNotNull()
        .hasMessageContaining("(was flooding with " + (length - headers()) + " bytes)");
    assertThat(refusal(notification("small", 100))).isNull();
    assertThat(spool.length()).isGreaterThan(length);
  }

  @Test
  void a_source_may_write_again_once_its_files_are_replayed() throws IOException {
    flood("flooding");
    Segment oldest = spool.segments().oldest().orElseThrow();

    assertThat(spool.segments().release(oldest, oldest.length())).isTrue();

    assertThat(refusal(notification("flooding", LARGE))).isNull();
  }

  @Test
  void the_room_on_the_disk_counts_as_well_as_the_size_of_the_spool() {
    SpoolRoom room = new SpoolRoom(1000, source -> source.equals("flooding") ? 8001 : 0);

    assertThat(room.take(entry("flooding", 100)))
        .hasValueSatisfying(refusal -> assertThat(refusal.isOverQuota()).isTrue());
    assertThat(room.take(entry("small", 899))).isEmpty();
    assertThat(room.take(entry("other", 100)))
        .hasValueSatisfying(refusal -> assertThat(refusal.isOverQuota()).isFalse());
  }

  private void flood(String source) {
    while (refusal(notification(source, LARGE)) == null) {
      assertThat(spool.length()).isLessThan(SIZE);
    }
  }

  private @Nullable SpoolUnavailable refusal(JournalRow row) {
    return (SpoolUnavailable)
        spool
            .keep(row, null, LONG)
            .handle((done, failure) -> failure == null ? null : AsyncCause.of(failure))
            .join();
  }

  private long headers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SpoolFolder.SEGMENT)).count()
          * Segment.HEADER;
    }
  }

  private static SpoolEntry entry(String source, int length) {
    return new SpoolEntry(source, new byte[length - new SpoolEntry("", new byte[0]).length()]);
  }

  private static JournalRow notification(String source, int length) {
    Bytes line =
        Bytes.of(
            "{\"event\": \"test\", \"text\": \"%s\"}"
                .formatted("x".repeat(length))
                .getBytes(UTF_8));
    Notification notification = (Notification) READER.read(NotifyRequest.line(line), NOW);
    return NotificationRow.of(source, NOW, RequestMethod.POST, notification);
  }

  private static JournalRow rejected(String source, int length) {
    Bytes body = Bytes.of("x".repeat(length).getBytes(UTF_8));
    NotifyRequest request = NotifyRequest.kept(RequestMethod.POST, null, null, body);
    return RejectedRow.of(source, NOW, new Rejection(null, "no notification"), request);
  }
}
