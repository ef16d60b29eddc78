package calltally.exchange.itoolabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import calltally.exchange.field.FieldValue;
import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ITooLabsHistoryTest {

  private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20261120T060000Z",
        " 202 6 1120T0600 00 Z ",
        "2026-11-20T06:00:00Z",
        "2026-11-20T09:00:00+03:00",
        "2026-11-20 09:00:00",
        "2026-11-20 06:00:00Z",
      })
  void the_start_is_read_as_exchanges_write_it(String start) {
    assertThat(history("start", start).start()).contains(Instant.parse("2026-11-20T06:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "20261320T060000Z", "2026-11-20", "1795154400"})
  void a_start_that_is_no_time_breaks_a_rule(String start) {
    assertThatExceptionOfType(NotANotification.class)
        .isThrownBy(() -> history("start", start))
        .satisfies(broken -> assertThat(broken.field()).isEqualTo("start"));
  }

  @ParameterizedTest
  @CsvSource({
    "Success, answer",
    "success, answer",
    "Missed, noanswer",
    "MISSED, noanswer",
    "Cancel, cancel",
    "Cancelled, cancel",
    "Busy, busy",
    "NotAvailable, unavailable",
    "not available, unavailable",
    "Not_Available, unavailable",
    "NotAllowed, other",
    "NotFound, other",
    "Recorded,",
    "0,",
  })
  void a_status_is_read_in_any_case(String sent, String status) {
    assertThat(history("status", sent).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "Success, 4, 64, 60, 2026-11-20T06:00:04Z",
    "Success, 0, 64, 64, 2026-11-20T06:00:00Z",
    "Success, 64, 64, 0, 2026-11-20T06:01:04Z",
    "Success, 65, 64,,",
    "Success, -1, 64,,",
    "Success, soon, 64,,",
    "Success,, 64,,",
    "Success, 4,,, 2026-11-20T06:00:04Z",
    "Missed, 4, 64,,",
    "Cancel, 4, 64,,",
  })
  void the_wait_is_part_of_the_length(
      String status, String wait, String length, BigDecimal talk, Instant answer) {
    ITooLabsHistory history =
        history("start", "20261120T060000Z", "status", status, "wait", wait, "duration", length);

    assertThat(history.talkSeconds()).isEqualTo(talk == null ? null : talk.stripTrailingZeros());
    assertThat(history.answer().orElse(null)).isEqualTo(answer);
  }

  private static ITooLabsHistory history(String... namesAndValues) {
    Map<String, FieldValue> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String value = namesAndValues[i + 1];
      values.put(namesAndValues[i], new FieldValue.Text(value == null ? "" : value));
    }
    return ITooLabsHistory.read(new Fields(values), MINSK);
  }
}
