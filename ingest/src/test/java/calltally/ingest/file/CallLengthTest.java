package calltally.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallLengthTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "65 | PT1M5S",
        "65.5 | PT1M5.5S",
        "65,5 | PT1M5.5S",
        "65 s | PT1M5S",
        "65 сек. | PT1M5S",
        "1 234 | PT20M34S",
        "1\u00a0234 | PT20M34S",
        "01:05 | PT1M5S",
        "1:01:05 | PT1H1M5S",
        "00:01:05.250 | PT1M5S",
        "1m 5s | PT1M5S",
        "1m05s | PT1M5S",
        "0h 1m 5s | PT1M5S",
        "2 min | PT2M",
        "1 ч 2 мин 5 с | PT1H2M5S",
        "1 мин. 5 сек. | PT1M5S",
        "32s (0h 0m 32s) | PT32S",
      })
  void a_length_is_seconds_a_clock_or_units(String text, Duration length) {
    assertThat(CallLength.parse(text)).isEqualTo(length);
  }

  @Test
  void what_may_mean_two_lengths_or_none_is_no_length() {
    assertThat(CallLength.parse("1,234")).isNull();
    assertThat(CallLength.parse("-5")).isNull();
    assertThat(CallLength.parse("soon")).isNull();
    assertThat(CallLength.parse("1.5E+03")).isNull();
    assertThat(CallLength.parse("")).isNull();
  }
}
