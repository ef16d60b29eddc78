package calltally.exchange.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnixTimeTest {

  @ParameterizedTest
  @CsvSource({
    "1795154400, 2026-11-20T06:00:00Z",
    "' 1795154400 ', 2026-11-20T06:00:00Z",
    "1795154400.250, 2026-11-20T06:00:00.250Z",
    "1795154400.000000001, 2026-11-20T06:00:00.000000001Z",
    "0.5, 1970-01-01T00:00:00.500Z",
    "99999999999, 5138-11-16T09:46:39Z"
  })
  void seconds_since_1970_are_read_with_their_fraction(String text, Instant time) {
    assertThat(UnixTime.parse(text)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0.000",
        "-1",
        "1795154400.",
        ".5",
        "1,5",
        "1.79e9",
        "100000000000",
        "1795154400.0000000001",
        "yesterday"
      })
  void what_is_none_and_zero_are_no_time(String text) {
    assertThat(UnixTime.parse(text)).isEmpty();
  }
}
