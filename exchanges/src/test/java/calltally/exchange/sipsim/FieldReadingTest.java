package calltally.exchange.sipsim;

import static calltally.exchange.sipsim.JsonReading.call;
import static calltally.exchange.sipsim.JsonReading.callAt;
import static calltally.exchange.sipsim.JsonReading.read;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Notification;
import calltally.exchange.Remark;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times, statuses, durations and numbers of a notification. */
final class FieldReadingTest {

  @Test
  void a_time_without_offset_is_read_in_the_zone_of_the_source() {
    Notification notification = read(callAt("2026-11-20T09:00:00"));

    assertThat(notification.occurredAt()).isEqualTo("2026-11-20T06:00:00Z");
    assertThat(notification.remarks()).containsExactly(Remark.TIME_WITHOUT_OFFSET);
  }

  @Test
  void a_clock_more_than_five_minutes_ahead_is_remarked() {
    assertThat(read(callAt("2026-11-20T06:05:00Z")).remarks()).isEmpty();
    assertThat(read(callAt("2026-11-20T06:05:00.000001Z")).remarks())
        .containsExactly(Remark.CLOCK_AHEAD);
  }

  @ParameterizedTest
  @CsvSource({
    "ANSWER, answer",
    "' NoAnswer ', noanswer",
    "busy, busy",
    "CANCEL, cancel",
    "UNAVAILABLE, unavailable",
    "OTHER, other",
    "MISSED, missed",
    "Answered, answer",
    "NO ANSWER, noanswer",
    "no_answer, noanswer",
    "no-answer, noanswer",
    "Canceled, cancel",
    "cancelled, cancel"
  })
  void the_seven_statuses_are_known(String sent, String status) {
    Notification notification = read(call("\"status\": \"" + sent + "\""));

    assertThat(notification.status()).isEqualTo(status);
    assertThat(notification.remarks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"CHANUNAVAIL\"", "\"hangup\"", "16", "[\"answer\"]"})
  void an_unknown_word_counts_as_other_for_a_ring_and_is_no_verdict_for_a_call(String sent) {
    String callEnd = call("\"status\": " + sent);
    String memberEnd = callEnd.replace("incoming_call_end", "incoming_call_end_chain_member_call");

    assertThat(read(memberEnd).status()).isEqualTo("other");
    assertThat(read(callEnd).status()).isNull();
    assertThat(read(memberEnd).remarks()).containsExactly(Remark.UNKNOWN_STATUS);
    assertThat(read(callEnd).remarks()).containsExactly(Remark.UNKNOWN_STATUS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "NULL", "None", "NaN", "undefined", " - "})
  void a_word_for_no_value_is_no_status(String sent) {
    Notification notification = read(call("\"status\": \"" + sent + "\""));

    assertThat(notification.status()).isNull();
    assertThat(notification.remarks()).isEmpty();
  }

  @Test
  void a_rounded_telephone_number_is_nobodys() {
    Notification notification = read(call("\"caller\": \"3,75E+11\", \"receiver\": 3.75E+11"));

    assertThat(notification.caller()).isNull();
    assertThat(notification.receiver()).isNull();
    assertThat(notification.remarks()).containsExactly(Remark.ROUNDED_NUMBER);
  }

  @Test
  void a_withheld_number_is_null_and_its_text_is_kept() {
    Notification notification = read(call("\"caller\": \"Anonymous\", \"receiver\": 375290000001"));

    assertThat(notification.caller()).isNull();
    assertThat(notification.receiver()).isEqualTo("+375290000001");
    assertThat(notification.fields().text("caller")).contains("Anonymous");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"status\": \" \"",
        "\"status\": null",
        "\"duration\": \"\"",
        "\"duration\": null"
      })
  void a_blank_field_counts_as_absent(String field) {
    Notification notification = read(call(field));

    assertThat(notification.status()).isNull();
    assertThat(notification.duration()).isNull();
    assertThat(notification.remarks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "102, 102",
    "102.0, 102.0",
    "'\"102.0\"', 102.0",
    "'\" 0 \"', 0",
    "-0.0, 0.0",
    "1e2, 1E+2"
  })
  void a_duration_is_a_number_of_seconds(String sent, BigDecimal seconds) {
    Notification notification = read(call("\"duration\": " + sent));

    assertThat(notification.duration()).isEqualByComparingTo(seconds);
    assertThat(notification.remarks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "-0.001",
        "\"1:42\"",
        "\"1,5\"",
        "\"NaN\"",
        "true",
        "[1]",
        "1e99",
        "1e-99",
        "1000000000"
      })
  void any_other_duration_is_unreadable(String sent) {
    Notification notification = read(call("\"duration\": " + sent));

    assertThat(notification.duration()).isNull();
    assertThat(notification.remarks()).containsExactly(Remark.UNREADABLE_DURATION);
  }
}
