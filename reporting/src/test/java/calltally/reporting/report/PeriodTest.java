package calltally.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class PeriodTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void a_day_on_which_the_clock_changes_has_23_or_25_hours() {
    assertThat(length("2026-03-29")).isEqualTo(Duration.ofHours(23));
    assertThat(length("2026-10-25")).isEqualTo(Duration.ofHours(25));
    assertThat(length("2026-10-26")).isEqualTo(Duration.ofHours(24));
  }

  private static Duration length(String date) {
    Period period = Period.of(LocalDate.parse(date), BERLIN);
    return Duration.between(period.start(), period.end());
  }
}
