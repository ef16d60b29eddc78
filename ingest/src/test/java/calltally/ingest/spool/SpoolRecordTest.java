package calltally.ingest.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Notification;
import calltally.exchange.NotificationReader;
import calltally.exchange.Rejection;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import calltally.ingest.journal.BatchId;
import calltally.ingest.journal.NotificationRow;
import calltally.ingest.journal.RejectedRow;
import calltally.ingest.journal.UnstorableRow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpoolRecordTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final String WRITER = "00000000-0000-0001-0000-000000000002";
  private static final BatchId DOUBT = new BatchId(UUID.fromString(WRITER), 6, 7);

  @Test
  void a_record_is_read_as_written_with_the_batch_in_doubt() {
    SpoolRecord doubted = new SpoolRecord(notification(), DOUBT);

    assertThat(SpoolRecord.of(doubted.toBytes())).contains(doubted);
    assertThat(new String(doubted.toBytes(), UTF_8)).startsWith("DELIVERY " + WRITER + " 7\n{");
    assertThat(new String(new SpoolRecord(rejected(), null).toBytes(), UTF_8))
        .startsWith("REFUSAL\n{");
    assertThat(SpoolRecord.of(new SpoolRecord(rejected(), null).toBytes()))
        .contains(new SpoolRecord(rejected(), null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "DELIVERY",
        "DELIVERY\nnot json",
        "DELIVERY\n[]",
        "delivery\n{}",
        "DELIVERY " + WRITER + "\n{}",
        "DELIVERY nobody 7\n{}",
        "DELIVERY " + WRITER + " seven\n{}"
      })
  void any_other_record_is_not_read(String text) {
    assertThat(SpoolRecord.of(text.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void a_refused_notification_is_kept_as_rejected_and_a_rejected_request_stays() {
    UnstorableRow refused = new UnstorableRow("23514", new IllegalStateException());

    assertThat(new SpoolRecord(notification(), null).rejected(refused).json())
        .contains("\"the database must accept the notification (was SQLSTATE 23514)\"")
        .contains("\"method\":\"POST\"");
    assertThat(new SpoolRecord(rejected(), null).rejected(refused)).isEqualTo(rejected());
  }

  static NotificationRow notification() {
    NotificationReader reader = new NotificationReader(ZoneId.of("Europe/Minsk"), "BY");
    NotifyRequest line = NotifyRequest.line(Bytes.of("{\"event\":\"test\"}".getBytes(UTF_8)));
    Notification notification = (Notification) reader.read(line, NOW);
    return NotificationRow.of("main", NOW, RequestMethod.POST, notification);
  }

  static RejectedRow rejected() {
    NotifyRequest request = NotifyRequest.kept(RequestMethod.GET, "a=b", null, Bytes.NONE);
    return RejectedRow.of("main", NOW, new Rejection("event", "odd"), request);
  }
}
