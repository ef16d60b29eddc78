package calltally.reporting.delivery.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScheduleTest {

  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "daily 00:00",
        "weekdays 08:00",
        "weekly mon 08:00",
        "weekly mon,thu 23:59",
        "monthly 1 08:00",
        "monthly 31 08:00"
      })
  void a_schedule_is_read_and_written_alike(String text) {
    assertThat(Schedule.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "every morning      | must be daily, weekdays, weekly DAY or monthly N, and a time HH:MM",
        "daily 8:00         | must be daily, weekdays, weekly DAY or monthly N, and a time HH:MM",
        "daily 24:00        | time must be 00:00 to 23:59",
        "daily 08:60        | time must be 00:00 to 23:59",
        "daily mon 08:00    | weekly and monthly need a day, daily and weekdays take none",
        "weekly 08:00       | weekly and monthly need a day, daily and weekdays take none",
        "weekly monday 08:00 | day must be mon, tue, wed, thu, fri, sat or sun",
        "weekly mon, 08:00  | day must be mon, tue, wed, thu, fri, sat or sun",
        "monthly 0 08:00    | day of the month must be a number from 1 to 31",
        "monthly 32 08:00   | day of the month must be a number from 1 to 31"
      })
  void a_text_that_is_no_schedule_is_refused_with_the_rule(String text, String rule) {
    assertThatThrownBy(() -> Schedule.parse(text))
        .hasMessage("cannot read schedule: %s (was %s)".formatted(rule, text));
  }

  @ParameterizedTest
  @CsvSource({
    "daily 08:00,       2026-11-20T07:59:59, 2026-11-19",
    "daily 08:00,       2026-11-20T08:00:00, 2026-11-20",
    "weekdays 08:00,    2026-11-23T07:59:59, 2026-11-20",
    "weekdays 08:00,    2026-11-22T20:00:00, 2026-11-20",
    "weekly mon 08:00,  2026-11-23T08:00:00, 2026-11-23",
    "weekly mon 08:00,  2026-11-23T07:59:59, 2026-11-16",
    "monthly 31 08:00,  2027-02-28T08:00:00, 2027-02-28",
    "monthly 31 08:00,  2027-02-28T07:59:59, 2027-01-31",
    "monthly 29 08:00,  2028-02-29T08:00:00, 2028-02-29"
  })
  void the_latest_date_is_the_last_one_whose_time_has_come(
      String schedule, LocalDateTime now, LocalDate latest) {
    assertThat(Schedule.parse(schedule).latest(now.atZone(WARSAW).toInstant(), WARSAW))
        .isEqualTo(latest);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Warsaw, 02:30, 2026-03-29, 2026-03-29T01:00:00Z",
    "Europe/Warsaw, 03:00, 2026-03-29, 2026-03-29T01:00:00Z",
    "Europe/Warsaw, 02:30, 2026-10-25, 2026-10-25T00:30:00Z",
    "Africa/Cairo,  00:00, 2026-04-24, 2026-04-23T22:00:00Z",
    "Africa/Cairo,  23:30, 2026-10-29, 2026-10-29T20:30:00Z",
    "Asia/Kolkata,  08:00, 2026-11-20, 2026-11-20T02:30:00Z",
    "Europe/Minsk,  08:00, 2026-11-20, 2026-11-20T05:00:00Z"
  })
  void a_date_with_a_clock_change_has_one_instant(
      ZoneId zone, String time, LocalDate date, Instant instant) {
    assertThat(Schedule.parse("daily " + time).on(date, zone)).isEqualTo(instant);
  }

  @Test
  void before_and_after_step_from_date_to_date() {
    Schedule monthly = Schedule.parse("monthly 31 08:00");

    assertThat(monthly.after(LocalDate.of(2027, 1, 31))).isEqualTo("2027-02-28");
    assertThat(monthly.before(LocalDate.of(2027, 3, 31))).isEqualTo("2027-02-28");
  }
}
