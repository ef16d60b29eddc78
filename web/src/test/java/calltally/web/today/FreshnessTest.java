package calltally.web.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the page says that its figures are old. */
final class FreshnessTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:32:00Z");

  @ParameterizedTest
  @CsvSource({"PT0S, 0", "PT60S, 0", "PT60.001S, 1", "PT3M59.999S, 3", "PT49H, 2940", "PT-5M, 0"})
  void figures_more_than_a_minute_behind_are_old_by_whole_minutes(Duration lag, long minutes) {
    assertThat(new Freshness(null, NOW.minus(lag), NOW).minutesBehind()).isEqualTo(minutes);
  }

  @Test
  void figures_that_were_never_derived_are_not_behind() {
    assertThat(new Freshness(NOW, null, NOW).minutesBehind()).isZero();
  }
}
