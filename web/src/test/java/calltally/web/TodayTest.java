package calltally.web;

import static calltally.web.Site.boss;
import static calltally.web.Site.head;
import static calltally.web.Site.manager;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.render.ReportSummary;
import calltally.reporting.render.Tile;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.query.Reports;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the page of today's figures shows, and to whom. */
final class TodayTest {

  private static final String CUSTOMER = "+375291110001";
  private static final String SHOWN = "+375 29 111-00-01";
  private static final String MASKED = "+375 29 •••-••-01";

  private final Site site = new Site();
  private final History history = site.history();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void figures_at_the_end_of_the_day_are_those_of_the_daily_report() throws Exception {
    history.answered("2026-11-20T09:00", "+375291110009", History.SALES, History.ANNA);
    history.answered("2026-11-20T10:00", "+375291110008", History.SUPPORT, History.VERA);
    history.missed("2026-11-20T11:00", CUSTOMER, History.SALES, History.ANNA);
    history.refreshed();
    site.at("2026-11-20T23:59:59");

    String page = site.open(boss()).browser(boss()).get("/today").body();

    Report report =
        new Reports(history.pool())
            .select(
                ReportRequest.of(
                    ReportKind.DAILY,
                    "main",
                    LocalDate.parse("2026-11-20"),
                    history.instant("2026-11-21T00:00:00")));
    ReportSummary summary =
        ReportSummary.of(report, "", Wording.of(Locale.ENGLISH, CustomerNumbers.SHOWN));
    assertThat(page).contains(summary.verdict());
    assertThat(summary.figures()).hasSize(5);
    for (Tile tile : summary.figures()) {
      assertThat(page)
          .contains(
              "<li><span>%s</span> <b>%s</b> <span>%s</span>"
                  .formatted(tile.label(), tile.figure(), tile.detail()));
    }
  }

  @Test
  void the_day_is_compared_with_the_same_weekday_until_this_time() throws Exception {
    for (int week = 1; week <= 4; week++) {
      String friday = LocalDate.parse("2026-11-20").minusWeeks(week) + "T";
      for (int minute = 0; minute < 20; minute++) {
        history.answered(
            friday + "09:%02d".formatted(minute), "+375291110009", History.SALES, History.ANNA);
      }
      history.answered(friday + "14:31", "+375291110009", History.SALES, History.ANNA);
      history.missed(friday + "14:33", CUSTOMER, History.SALES, History.ANNA);
    }
    for (int minute = 0; minute < 42; minute++) {
      history.answered(
          "2026-11-20T10:%02d".formatted(minute), "+375291110009", History.SALES, History.ANNA);
    }
    history.refreshed();

    String page = site.open(boss()).browser(boss()).get("/today").body();

    assertThat(page)
        .contains(
            "▲ 100\u202F% vs usual Fri", "as usual", "class=\"usual\"", "Usual for this weekday");
  }

  @Test
  void the_page_says_who_waits_since_when_and_who_has_tried() throws Exception {
    history.missed("2026-11-20T14:00", CUSTOMER, History.SALES, History.ANNA);
    history.tried("2026-11-20T14:10", History.BORIS, CUSTOMER);
    history.missed("2026-11-19T17:00", "+375291110002", History.SUPPORT);
    history.refreshed();

    String page = site.open(boss()).browser(boss()).get("/today").body();

    assertThat(page)
        .contains("<title>2 waiting · Today · Romashka</title>")
        .containsPattern("<a href=\"/customer/[0-9a-f]{16}\">\\Q" + SHOWN + "\\E</a>")
        .contains("<a class=\"call\" href=\"tel:+375291110001\"")
        .contains(">31\u00A0min<", ">Boris<", "Friday, 20 November 2026", "00:00–14:32");
  }

  @Test
  void callers_who_have_waited_longer_than_the_deadline_are_marked_as_overdue() throws Exception {
    history
        .sql()
        .execute(
            "insert into config.callback_rule values"
                + " (1, 'source', '', '30 minutes', 'always', null, null)");
    history.missed("2026-11-20T14:00", CUSTOMER, History.SALES, History.ANNA);
    history.missed("2026-11-20T14:02", "+375291110002", History.SALES, History.ANNA);
    history.refreshed();

    Browser browser = site.open(boss()).browser(boss());

    assertThat(browser.get("/today").body())
        .contains("<span class=\"mark\">overdue</span> 31\u00A0min<")
        .containsOnlyOnce("overdue");
    assertThat(browser.get("/today?department=Support").body()).doesNotContain("overdue");
  }

  @Test
  void a_call_without_an_end_is_in_progress_for_4_hours() throws Exception {
    history.unended("2026-11-20T14:30", CUSTOMER, History.SALES);
    history.unended("2026-11-20T10:31", "+375291110002", History.SALES);
    history.refreshed();

    String page = site.open(boss()).browser(boss()).get("/today").body();

    assertThat(page).contains("Calls in progress", SHOWN, "ringing");
    assertThat(page.substring(page.indexOf("Calls in progress")))
        .doesNotContain("+375 29 111-00-02");
  }

  @Test
  void who_is_not_listed_is_counted_all_the_same() throws Exception {
    for (int caller = 0; caller < 110; caller++) {
      history.missed("2026-11-20T10:00", "+37529111%04d".formatted(caller), History.SALES);
    }
    history.missed("2026-11-20T11:00", "+375291120000", History.SUPPORT);
    history.refreshed();

    String page = site.open(boss()).browser(boss()).get("/today").body();

    assertThat(page).contains("111 waiting · Today", "11 more customers are waiting.");
    assertThat(page.split("data-label=\"Waiting for\"", -1)).hasSize(101);
  }

  @Test
  void at_midnight_of_the_source_the_page_begins_the_next_day() throws Exception {
    history.answered("2026-11-20T14:00", CUSTOMER, History.SALES, History.ANNA);
    history.refreshed();
    Browser browser = site.open(boss()).browser(boss());

    site.at("2026-11-20T22:00:00");
    browser.get("/today");
    site.at("2026-11-21T00:00:00");

    assertThat(browser.get("/today/live").body()).contains("Saturday, 21 November 2026");
  }

  @Test
  void the_head_of_a_department_sees_its_lines_and_managers_only() throws Exception {
    history.missed("2026-11-20T14:00", CUSTOMER, History.SALES, History.ANNA);
    history.missed("2026-11-20T14:00", "+375291110002", History.SUPPORT, History.VERA);
    history.unended("2026-11-20T14:30", "+375291110003", History.SUPPORT);
    history.refreshed();
    site.open(head("Sales", CustomerNumbers.MASKED));
    Browser browser = site.browser(head("Sales", CustomerNumbers.MASKED));

    String page = browser.get("/today").body();

    assertThat(page).contains(MASKED, ">Anna<", "Answered 0\u202F% of 1 call");
    assertThat(page).doesNotContain("Vera", "Support", SHOWN, CUSTOMER, "1110002", "00-03");
    assertThat(browser.get("/today?department=Support").statusCode()).isEqualTo(404);
    assertThat(browser.get("/today?line=Support").statusCode()).isEqualTo(404);
    assertThat(browser.get("/today?line=%2B375290000002").statusCode()).isEqualTo(404);
    assertThat(browser.get("/today?source=other").statusCode()).isEqualTo(404);
    assertThat(browser.get("/today/live?line=%2B375290000002").statusCode()).isEqualTo(404);
    assertThat(browser.get("/today?line=Sales").statusCode()).isEqualTo(200);
    assertThat(browser.get("/today?department=Sales").statusCode()).isEqualTo(200);
  }

  @Test
  void the_head_of_a_department_sees_numbers_where_the_configuration_says_so() throws Exception {
    history.missed("2026-11-20T14:00", CUSTOMER, History.SALES, History.ANNA);
    history.refreshed();
    site.open(head("Sales", CustomerNumbers.SHOWN));

    assertThat(site.browser(head("Sales", CustomerNumbers.SHOWN)).get("/today").body())
        .contains(SHOWN);
  }

  @Test
  void a_manager_sees_their_own_figures_and_the_median_of_the_team() throws Exception {
    history.missed("2026-11-20T14:00", CUSTOMER, History.SALES, History.ANNA);
    history.missed("2026-11-20T14:05", "+375291110002", History.SALES, History.BORIS);
    history.answered("2026-11-20T14:10", "+375291110003", History.SALES, History.ANNA);
    history.refreshed();
    site.open(manager("Anna"));
    Browser browser = site.browser(manager("Anna"));

    String page = browser.get("/today").body();

    assertThat(page).contains("Your unanswered calls", MASKED, "median");
    assertThat(page).doesNotContain("Boris", "00-02", SHOWN, "id=\"managers\"", "id=\"lines\"");
    assertThat(browser.get("/today?line=Sales").statusCode()).isEqualTo(404);
    assertThat(browser.get("/today?department=Sales").statusCode()).isEqualTo(404);
  }

  @Test
  void names_and_numbers_from_outside_are_text_and_never_markup() throws Exception {
    String script = "<script>alert(1)</script>";
    history.sql().execute("update directory.line set name = ?", script);
    history.sql().execute("update directory.manager_number set manager = ?", script);
    history.missed("2026-11-20T14:00", script, History.SALES, History.ANNA);
    history.refreshed();

    String page = site.open(boss()).browser(boss()).get("/today").body();

    assertThat(page).contains("&lt;script").doesNotContain("<script>");
  }

  @Test
  void a_browser_that_prefers_russian_sees_russian() throws Exception {
    Browser browser = site.open(boss()).browser(boss());

    String page = browser.with("Accept-Language", "ru-BY,ru;q=0.9,en;q=0.8").get("/today").body();

    assertThat(page).contains("<html lang=\"ru\">", "Сегодня", "Пятница, 20 ноября 2026");
  }
}
