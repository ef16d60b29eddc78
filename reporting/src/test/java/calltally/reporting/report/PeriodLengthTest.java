package calltally.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class PeriodLengthTest {

  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

  @Test
  void a_day_is_compared_with_the_same_weekday_of_the_week_before() {
    DateRange thursday = day("2026-11-19");

    assertThat(PeriodLength.DAY.containing(LocalDate.of(2026, 11, 19))).isEqualTo(thursday);
    assertThat(PeriodLength.DAY.before(thursday)).isEqualTo(day("2026-11-12"));
  }

  @Test
  void a_day_is_compared_with_the_last_four_same_weekdays() {
    assertThat(PeriodLength.DAY.sameWeekdaysBefore(day("2027-01-07")))
        .containsExactly(
            day("2026-12-31"), day("2026-12-24"), day("2026-12-17"), day("2026-12-10"));
  }

  @Test
  void a_week_starts_on_monday_even_across_a_years_end() {
    DateRange week = dates("2026-12-28", "2027-01-04");

    assertThat(PeriodLength.WEEK.containing(LocalDate.of(2026, 12, 28))).isEqualTo(week);
    assertThat(PeriodLength.WEEK.containing(LocalDate.of(2027, 1, 3))).isEqualTo(week);
    assertThat(PeriodLength.WEEK.before(week)).isEqualTo(dates("2026-12-21", "2026-12-28"));
    assertThat(PeriodLength.WEEK.before(dates("2027-01-04", "2027-01-11"))).isEqualTo(week);
    assertThat(PeriodLength.WEEK.sameWeekdaysBefore(week)).isEmpty();
  }

  @Test
  void a_month_is_compared_with_the_whole_month_before() {
    DateRange december = dates("2026-12-01", "2027-01-01");
    DateRange march = dates("2028-03-01", "2028-04-01");

    assertThat(PeriodLength.MONTH.containing(LocalDate.of(2026, 12, 31))).isEqualTo(december);
    assertThat(december.days()).isEqualTo(31);
    assertThat(PeriodLength.MONTH.before(december)).isEqualTo(dates("2026-11-01", "2026-12-01"));
    assertThat(PeriodLength.MONTH.before(dates("2027-01-01", "2027-02-01"))).isEqualTo(december);
    assertThat(PeriodLength.MONTH.before(march).days()).isEqualTo(29);
    assertThat(PeriodLength.MONTH.sameWeekdaysBefore(december)).isEmpty();
  }

  @Test
  void a_range_of_dates_is_laid_over_the_same_weekdays_before() {
    assertThat(dates("2026-10-01", "2026-11-01").onSameWeekdaysBefore())
        .isEqualTo(dates("2026-09-03", "2026-10-04"));
    assertThat(dates("2026-02-01", "2026-03-01").onSameWeekdaysBefore())
        .isEqualTo(dates("2026-01-04", "2026-02-01"));
    assertThat(dates("2026-11-16", "2026-11-23").onSameWeekdaysBefore())
        .isEqualTo(dates("2026-11-09", "2026-11-16"));
    assertThat(dates("2026-11-16", "2026-11-26").onSameWeekdaysBefore())
        .isEqualTo(dates("2026-11-02", "2026-11-12"));
  }

  @Test
  void a_range_of_dates_is_as_long_as_the_clock_says() {
    DateRange october = dates("2026-10-25", "2026-10-26");
    DateRange march = dates("2026-03-29", "2026-03-30");

    assertThat(october.start(WARSAW)).isEqualTo("2026-10-24T22:00:00Z");
    assertThat(october.end(WARSAW)).isEqualTo("2026-10-25T23:00:00Z");
    assertThat(march.start(WARSAW)).isEqualTo("2026-03-28T23:00:00Z");
    assertThat(march.end(WARSAW)).isEqualTo("2026-03-29T22:00:00Z");
  }

  @Test
  void earlier_dates_are_judged_at_the_same_local_time() {
    Instant moment = Instant.parse("2026-10-27T07:00:00Z");
    Instant afterOctober = Instant.parse("2026-11-01T07:00:00Z");

    assertThat(day("2026-10-19").seenLike(day("2026-10-26"), moment, WARSAW))
        .isEqualTo("2026-10-20T06:00:00Z");
    assertThat(
            dates("2026-09-01", "2026-10-01")
                .seenLike(dates("2026-10-01", "2026-11-01"), afterOctober, WARSAW))
        .isEqualTo("2026-10-01T06:00:00Z");
  }

  @Test
  void an_empty_range_of_dates_is_refused() {
    assertThatThrownBy(() -> dates("2026-11-19", "2026-11-19"))
        .hasMessage(
            "cannot make a range of dates: it must have one date or more"
                + " (was [2026-11-19, 2026-11-19))");
  }

  private static DateRange day(String date) {
    return DateRange.of(LocalDate.parse(date));
  }

  private static DateRange dates(String from, String until) {
    return new DateRange(LocalDate.parse(from), LocalDate.parse(until));
  }
}
