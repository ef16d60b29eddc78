package calltally.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.DialledLine;
import calltally.reporting.report.Period;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.Scope;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageHeadingTest {

  private static final ReportHead HEAD = new SampleDay().report().head();

  @ParameterizedTest
  @CsvSource({
    "2026-10-24, 'Europe/Warsaw, UTC+2'",
    "2026-10-25, Europe/Warsaw",
    "2026-10-26, 'Europe/Warsaw, UTC+1'",
    "2026-03-29, Europe/Warsaw",
  })
  void a_day_on_which_clocks_change_has_no_offset(LocalDate date, String zone) {
    Period period = Period.of(date, ZoneId.of("Europe/Warsaw"));

    assertThat(heading(Scope.of("main"), period, Locale.ENGLISH).period())
        .endsWith("00:00–24:00 · " + zone);
  }

  @ParameterizedTest
  @CsvSource({
    "ru, Отдел продаж,      Отдел продаж",
    "ru, отдел продаж,      Отдел продаж",
    "ru, Продажи,           Отдел Продажи",
    "ru, Отделка,           Отдел Отделка",
    "en, Sales department,  Sales department",
    "ru, Sales department,  Sales department",
    "en, Отдел продаж,      Отдел продаж",
    "en, Sales,             Department Sales",
  })
  void a_department_says_once_that_it_is_one(String language, String name, String said) {
    Scope scope = new Scope("main", null, name, null);

    assertThat(heading(scope, HEAD.period(), Locale.forLanguageTag(language)).period())
        .startsWith(said + " · ");
  }

  @ParameterizedTest
  @CsvSource({
    "ru, Line 4,            Line 4",
    "ru, Горячая линия,     Горячая линия",
    "ru, Горячая линия VIP, Горячая линия VIP",
    "ru, Продажи,           Линия Продажи",
    "en, Line 5,            Line 5",
    "en, Airline,           Line Airline",
  })
  void a_line_says_once_that_it_is_one(String language, String name, String said) {
    Scope scope = new Scope("main", new DialledLine("+375290000001", name, null), null, null);

    assertThat(heading(scope, HEAD.period(), Locale.forLanguageTag(language)).period())
        .startsWith(said + " · ");
  }

  private static PageHeading heading(Scope scope, Period period, Locale locale) {
    ReportHead head =
        new ReportHead(
            HEAD.kind(),
            scope,
            period,
            HEAD.generatedAt(),
            HEAD.targets(),
            HEAD.thresholds(),
            HEAD.quality(),
            HEAD.reported(),
            HEAD.run());
    return new PageHeading(head, Wording.of(locale, CustomerNumbers.SHOWN));
  }
}
