package calltally.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.DateRange;
import calltally.reporting.report.PeriodLength;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WrittenDatesTest {

  /** A Sunday. */
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 2026-11-20, 2026-11-20",
    "20.11.2026, 2026-11-20, 2026-11-20",
    "2.3.2026, 2026-03-02, 2026-03-02",
    "today, 2026-11-22, 2026-11-22",
    "Yesterday, 2026-11-21, 2026-11-21",
    "last week, 2026-11-09, 2026-11-15",
    "last-week, 2026-11-09, 2026-11-15",
    "this week, 2026-11-16, 2026-11-22",
    "last month, 2026-10-01, 2026-10-31",
    "this month, 2026-11-01, 2026-11-30",
    "сегодня, 2026-11-22, 2026-11-22",
    "Вчера, 2026-11-21, 2026-11-21",
    "позавчера, 2026-11-20, 2026-11-20",
    "прошлая неделя, 2026-11-09, 2026-11-15",
    "эта неделя, 2026-11-16, 2026-11-22",
    "прошлый месяц, 2026-10-01, 2026-10-31",
    "этот месяц, 2026-11-01, 2026-11-30"
  })
  void dates_and_words_are_read(String text, LocalDate first, LocalDate last) {
    assertThat(WrittenDates.read(text).orElseThrow().on(TODAY))
        .isEqualTo(new DateRange(first, last.plusDays(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "31.11.2026", "11/20/2026", "2026-13-01", "20.11", "last", "soon"})
  void other_words_are_no_dates(String text) {
    assertThat(WrittenDates.read(text)).isEmpty();
  }

  @Test
  void a_report_covers_at_least_the_dates_asked_for() {
    assertThat(period("yesterday", PeriodLength.WEEK))
        .isEqualTo(PeriodLength.WEEK.containing(TODAY));
    assertThat(period("last week", PeriodLength.WEEK))
        .isEqualTo(PeriodLength.WEEK.containing(TODAY.minusWeeks(1)));
    assertThat(period("last week", PeriodLength.DAY))
        .isEqualTo(PeriodLength.WEEK.containing(TODAY.minusWeeks(1)));
    assertThat(period("last week", PeriodLength.MONTH))
        .isEqualTo(PeriodLength.MONTH.containing(TODAY));
  }

  @Test
  void parameters_of_queries_take_the_same_words() {
    assertThat(WrittenDates.parameter("from_date", "yesterday", TODAY)).isEqualTo("2026-11-21");
    assertThat(WrittenDates.parameter("from_date", "last week", TODAY)).isEqualTo("2026-11-09");
    assertThat(WrittenDates.parameter("until_date", "last week", TODAY)).isEqualTo("2026-11-16");
    assertThat(WrittenDates.parameter("until_date", "20.11.2026", TODAY)).isEqualTo("2026-11-20");
    assertThat(WrittenDates.parameter("until_date", "tomorrow", TODAY)).isEqualTo("tomorrow");
    assertThat(WrittenDates.parameter("source", "today", TODAY)).isEqualTo("today");
  }

  private static DateRange period(String text, PeriodLength length) {
    return WrittenDates.read(text).orElseThrow().period(length, TODAY);
  }
}
