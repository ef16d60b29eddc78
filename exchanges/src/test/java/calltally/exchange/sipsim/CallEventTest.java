package calltally.exchange.sipsim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Notification;
import calltally.exchange.NotificationReader;
import calltally.exchange.ParseResult;
import calltally.exchange.Rejection;
import calltally.exchange.Remark;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call event must have, and what is remarked on about it. */
final class CallEventTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final NotificationReader READER =
      new NotificationReader(ZoneId.of("Europe/Minsk"), "BY");
  private static final String TIME = "2026-11-20T06:00:00Z";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "incoming_call_start",
        "incoming_call_start_chain_member_call",
        "incoming_call_end_chain_member_call",
        "incoming_call_answer",
        "incoming_call_end",
        "outgoing_call_start",
        "outgoing_call_answer",
        "outgoing_call_end"
      })
  void each_of_the_eight_call_events_needs_an_identifier_and_a_time(String event) {
    assertThat(form("event=" + event + "&pbx_id=1.1&time=" + TIME))
        .isInstanceOfSatisfying(
            Notification.class,
            read -> {
              assertThat(read.event()).isEqualTo(event);
              assertThat(read.pbxId()).isEqualTo("1.1");
              assertThat(read.occurredAt()).isEqualTo(NOW);
              assertThat(read.remarks()).isEmpty();
            });
    assertThat(form("event=" + event + "&time=" + TIME))
        .isEqualTo(
            new Rejection("pbx_id", "a call event must have a pbx_id of at most 200 characters"));
    assertThat(form("event=" + event + "&pbx_id=1.1"))
        .isEqualTo(
            new Rejection(
                "time",
                "a call event must have a time: ISO 8601, such as 2026-11-20T09:00:00+03:00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "voicemail",
        "tags",
        "rating",
        "speech",
        "summary",
        "sms",
        "test",
        "incoming_call",
        "incoming_call_ended"
      })
  void any_other_event_needs_neither(String event) {
    assertThat(form("event=" + event))
        .isInstanceOfSatisfying(
            Notification.class,
            read -> {
              assertThat(read.pbxId()).isNull();
              assertThat(read.occurredAt()).isNull();
              assertThat(read.caller()).isNull();
              assertThat(read.receiver()).isNull();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T09:00:00+03:00, ''",
    "2026-11-20T09:00:00%2B03:00, ''",
    "2026-11-20T09:00:00, time_without_offset",
    "2026-11-20T09:05:00, time_without_offset",
    "2026-11-20T09:05:01, time_without_offset clock_ahead",
    "2026-11-20T06:05:01Z, clock_ahead",
    "2020-01-01T00:00:00Z, ''",
  })
  void a_time_in_a_query_is_read_with_its_remarks(String time, String remarks) {
    NotifyRequest request =
        NotifyRequest.kept(
            RequestMethod.GET, "event=incoming_call_start&pbx_id=1&time=" + time, null, Bytes.NONE);

    assertThat(((Notification) READER.read(request, NOW)).remarks())
        .extracting(Remark::label)
        .isEqualTo(remarks.isEmpty() ? List.of() : List.of(remarks.split(" ")));
  }

  @Test
  void a_notification_may_have_every_remark_at_once() {
    ParseResult result =
        form(
            "event=incoming_call_end_chain_member_call&pbx_id=1&time=2026-11-20T10:00:00"
                + "&status=perhaps&duration=soon");

    assertThat(((Notification) result).remarks())
        .extracting(Remark::label)
        .containsExactly(
            "time_without_offset", "clock_ahead", "unknown_status", "unreadable_duration");
    assertThat(((Notification) result).status()).isEqualTo("other");
    assertThat(((Notification) result).duration()).isNull();
  }

  @Test
  void a_digest_from_elsewhere_changes_nothing_else() {
    Notification read = (Notification) form("event=test&caller=101&status=busy&duration=1.5");

    Notification imported = read.withDigest("0".repeat(64));

    assertThat(imported.digest()).isEqualTo("0".repeat(64)).isNotEqualTo(read.digest());
    assertThat(imported).usingRecursiveComparison().ignoringFields("digest").isEqualTo(read);
  }

  private static ParseResult form(String form) {
    String type = "application/x-www-form-urlencoded";
    Bytes body = Bytes.of(form.getBytes(UTF_8));
    return READER.read(NotifyRequest.kept(RequestMethod.POST, null, type, body), NOW);
  }
}
