package calltally.exchange.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OccurrenceTimeTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T06:00:00Z, 2026-11-20T06:00:00Z",
    "' 2026-11-20t06:00:00z ', 2026-11-20T06:00:00Z",
    "2026-11-20T06:00Z, 2026-11-20T06:00:00Z",
    "2026-11-20T06:00:00.174Z, 2026-11-20T06:00:00.174Z",
    "'2026-11-20T06:00:00,174Z', 2026-11-20T06:00:00.174Z",
    "2026-11-20T06:00:00.123456Z, 2026-11-20T06:00:00.123456Z",
    "2026-11-20T06:00:00.123456999Z, 2026-11-20T06:00:00.123456Z",
    "2026-11-20T06:00:00.12345678901234Z, 2026-11-20T06:00:00.123456Z",
    "2026-11-20T06:00:00.1Z, 2026-11-20T06:00:00.100Z",
    "2026-11-20T09:00:00+03:00, 2026-11-20T06:00:00Z",
    "2026-11-20T09:00:00+0300, 2026-11-20T06:00:00Z",
    "2026-11-20T09:00:00+03, 2026-11-20T06:00:00Z",
    "2026-11-20T09:00:00 03:00, 2026-11-20T06:00:00Z",
    "2026-11-20T01:30:00-04:30, 2026-11-20T06:00:00Z",
    "20261120T060000Z, 2026-11-20T06:00:00Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z",
  })
  void a_time_with_offset_is_read(String text, Instant instant) {
    assertThat(OccurrenceTime.parse(text, BERLIN)).contains(new OccurrenceTime(instant, true));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T07:00:00, 2026-11-20T06:00:00Z",
    "2026-07-20T07:00:00.5, 2026-07-20T05:00:00.500Z",
    "2026-10-25T02:30:00, 2026-10-25T00:30:00Z",
    "2026-03-29T02:30:00, 2026-03-29T01:30:00Z",
  })
  void a_time_without_offset_is_read_in_the_zone(String text, Instant instant) {
    assertThat(OccurrenceTime.parse(text, BERLIN)).contains(new OccurrenceTime(instant, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-11-20",
        "06:00:00Z",
        "2026-11-20 06:00:00",
        "20.11.2026 06:00",
        "1763618400",
        "2026-13-01T00:00:00Z",
        "2026-02-29T00:00:00Z",
        "2026-11-20T24:00:00Z",
        "2026-11-20T06:60:00Z",
        "2026-11-20T06:00:00+19:00",
        "2026-11-20T06:00:00.Z",
        "2026-1120T06:00:00Z",
        "26-11-20T06:00:00Z",
        "0000-12-31T23:59:59Z",
        "0001-01-01T00:00:00+01:00",
        "9999-12-31T23:59:59-01:00",
        "2026-11-20T06:00:00Z[UTC]",
        "2026-11-20T06:00:00ZZ"
      })
  void any_other_text_is_no_time(String text) {
    assertThat(OccurrenceTime.parse(text, BERLIN)).isEmpty();
  }
}
