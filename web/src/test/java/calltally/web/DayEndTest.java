package calltally.web;

import static calltally.web.Site.boss;
import static calltally.web.Site.head;
import static calltally.web.Site.manager;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.render.ReportSummary;
import calltally.reporting.render.Tile;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.query.Reports;
import calltally.web.user.User;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At the end of a day the page and the report say the same, to the digit. */
final class DayEndTest {

  /** Of 23, 24 and 25 hours. */
  private static final List<String> DATES = List.of("2026-03-29", "2026-03-30", "2026-10-25");

  private final Site site = new Site(ZoneId.of("Europe/Berlin"));
  private final History history = site.history();

  @BeforeEach
  void calls() {
    for (String date : DATES) {
      history.answered(date + "T01:30", "+375291110001", History.SALES, History.ANNA);
      history.missed(date + "T02:30", "+375291110002", History.SALES, History.ANNA, History.BORIS);
      history.missed(date + "T03:30", "+375291110003", History.SUPPORT, History.VERA);
      history.reached(date + "T03:50", History.VERA, "+375291110003");
      history.missed(date + "T23:50", "+375291110004", History.SALES, History.ANNA);
      history.answered(date + "T23:55", "+375291110005", History.SUPPORT, History.VERA);
    }
    history.refreshed();
    site.open(boss(), head("Sales", CustomerNumbers.SHOWN), manager("Anna"));
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void page_and_report_agree_for_all_a_line_a_department_and_a_manager() throws Exception {
    Map<User, ReportFilter> scopes =
        Map.of(
            boss(), ReportFilter.NONE,
            head("Sales", CustomerNumbers.SHOWN), new ReportFilter(null, "Sales", null),
            manager("Anna"), new ReportFilter(null, null, "Anna"));
    for (Map.Entry<User, ReportFilter> scope : scopes.entrySet()) {
      for (String date : DATES) {
        site.at(date + "T23:59:59");
        Browser browser = site.browser(scope.getKey());
        assertSame(browser.get("/today").body(), date, scope.getValue());
      }
    }
    for (String date : DATES) {
      site.at(date + "T23:59:59");
      String page = site.browser(boss()).get("/today?line=Support").body();
      assertSame(page, date, new ReportFilter("Support", null, null));
    }
  }

  @Test
  void the_page_of_a_day_that_is_over_says_what_its_report_says_now() throws Exception {
    for (String now : List.of("2026-10-26T09:00:00", "2026-11-03T09:00:00")) {
      site.at(now);
      String date = "2026-10-25";
      assertSame(
          site.browser(boss()).get("/day/" + date).body(),
          date,
          ReportFilter.NONE,
          history.instant(now));
      assertSame(
          site.browser(head("Sales", CustomerNumbers.SHOWN)).get("/day/" + date).body(),
          date,
          new ReportFilter(null, "Sales", null),
          history.instant(now));
      assertSame(
          site.browser(manager("Anna")).get("/day/" + date).body(),
          date,
          new ReportFilter(null, null, "Anna"),
          history.instant(now));
      assertSame(
          site.browser(boss()).get("/day/" + date + "?line=Support").body(),
          date,
          new ReportFilter("Support", null, null),
          history.instant(now));
    }
  }

  private void assertSame(String page, String date, ReportFilter filter) {
    LocalDate next = LocalDate.parse(date).plusDays(1);
    assertSame(page, date, filter, history.instant(next + "T00:00:00"));
  }

  private void assertSame(String page, String date, ReportFilter filter, Instant now) {
    ReportKind kind = filter.manager() == null ? ReportKind.DAILY : ReportKind.MANAGER;
    LocalDate day = LocalDate.parse(date);
    ReportRequest request = new ReportRequest(kind, "main", DateRange.of(day), filter, now);
    ReportSummary summary =
        ReportSummary.of(
            new Reports(history.pool()).select(request),
            "",
            Wording.of(Locale.ENGLISH, CustomerNumbers.SHOWN));
    assertThat(page).as(date + filter).contains(summary.verdict());
    assertThat(summary.figures()).hasSize(5);
    for (Tile tile : summary.figures()) {
      assertThat(page)
          .as(date + filter)
          .contains(
              "<li><span>%s</span> <b>%s</b> <span>%s</span>"
                  .formatted(tile.label(), tile.figure(), tile.detail()));
    }
  }
}
