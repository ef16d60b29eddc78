package calltally.reporting.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.Rate;
import calltally.sql.settings.Shift;
import calltally.sql.settings.WorkingHours;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AlarmThresholdsTest {

  private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
  private static final MonitoredSource EVERY = MonitoredSource.every(MINSK);
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "799, UNDECIDED",
    "800, ALARM",
    "1000, ALARM",
    "600, UNDECIDED",
    "599, WELL",
    "0, WELL",
  })
  void a_spool_is_too_full_from_80_percent_and_well_below_60(long used, AlarmState state) {
    assertThat(new SpoolFill("spool", used, 1000).observation(EVERY).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "9, 9, WELL",
    "10, 10, ALARM",
    "5, 10, UNDECIDED",
    "6, 10, ALARM",
    "4, 10, WELL",
    "0, 0, WELL",
  })
  void more_than_half_of_ten_calls_missed_is_too_many_and_four_tenths_is_well(
      int missed, int calls, AlarmState state) {
    MonitoredSource source = new MonitoredSource(1, "main", MINSK, WorkingHours.UNKNOWN);

    assertThat(
            new ObserveMissedRate(source, new Rate(missed, calls), AlarmThresholds.DEFAULT)
                .run()
                .state())
        .isEqualTo(state);
  }

  @Test
  void a_missed_rate_at_exactly_its_limit_raises_no_alarm() {
    MonitoredSource source = new MonitoredSource(1, "main", MINSK, WorkingHours.UNKNOWN);
    AlarmThresholds third =
        new AlarmThresholds(
            new BigDecimal("0.3"), 10, Duration.ofMinutes(5), Duration.ofMinutes(15));

    assertThat(new ObserveMissedRate(source, new Rate(3, 10), third).run().state())
        .isEqualTo(AlarmState.UNDECIDED);
    assertThat(new ObserveMissedRate(source, new Rate(4, 10), third).run().state())
        .isEqualTo(AlarmState.ALARM);
  }

  @Test
  void figures_are_out_of_date_after_more_than_five_minutes() {
    ObserveRefresh refresh = new ObserveRefresh(EVERY, AlarmThresholds.DEFAULT, NOW);

    Instant limit = NOW.minusSeconds(300);
    Instant tooOld = NOW.minusMillis(300_001);
    assertThat(refresh.observation(limit, null, null).state()).isEqualTo(AlarmState.WELL);
    assertThat(refresh.observation(tooOld, null, null).state()).isEqualTo(AlarmState.ALARM);
    assertThat(refresh.observation(NOW, limit, null).state()).isEqualTo(AlarmState.WELL);
    assertThat(refresh.observation(NOW, tooOld, null).state()).isEqualTo(AlarmState.ALARM);
    assertThat(refresh.observation(tooOld, NOW, null).state()).isEqualTo(AlarmState.ALARM);
    assertThat(refresh.observation(null, null, null).state()).isEqualTo(AlarmState.UNDECIDED);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T08:59:59, false",
    "2026-11-20T09:00:00, true",
    "2026-11-20T17:59:59, true",
    "2026-11-20T18:00:00, false",
    "2026-11-21T22:00:00, true",
    "2026-11-22T05:59:59, true",
    "2026-11-22T06:00:00, false",
    "2026-11-27T12:00:00, false",
  })
  void working_hours_include_shifts_past_midnight_and_exclude_holidays(
      String localTime, boolean isAtWork) {
    WorkingHours hours =
        new WorkingHours(
            Set.of(
                new Shift(DayOfWeek.FRIDAY, LocalTime.parse("09:00"), LocalTime.parse("18:00")),
                new Shift(DayOfWeek.SATURDAY, LocalTime.parse("20:00"), LocalTime.parse("06:00"))),
            Set.of(LocalDate.parse("2026-11-27")));
    MonitoredSource source = new MonitoredSource(1, "main", MINSK, hours);

    assertThat(source.isAtWorkAt(LocalDateTime.parse(localTime).atZone(MINSK).toInstant()))
        .isEqualTo(isAtWork);
  }
}
