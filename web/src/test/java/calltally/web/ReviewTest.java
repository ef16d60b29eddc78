package calltally.web;

import static calltally.web.Site.boss;
import static calltally.web.Site.head;
import static calltally.web.Site.manager;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.CustomerNumbers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reviews of managers and lines, other days, and their tables as CSV. */
final class ReviewTest {

  private final Site site = new Site();
  private final History history = site.history();

  @BeforeEach
  void twoWeeks() {
    history.answered("2026-11-12T09:00", "+375291110001", History.SALES, History.ANNA);
    history.missed("2026-11-12T10:00", "+375291110002", History.SALES, History.ANNA);
    history.answered("2026-11-18T10:00", "+375291110003", History.SALES, History.ANNA);
    history.missed("2026-11-19T11:00", "+375291110004", History.SALES, History.ANNA);
    history.answered("2026-11-19T12:00", "+375291110005", History.SUPPORT, History.VERA);
    history.refreshed();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void a_manager_reads_how_their_week_went() throws Exception {
    Browser browser = site.open(manager("Anna")).browser(manager("Anna"));

    String page = browser.get("/manager/Anna").body();

    assertThat(page)
        .contains(
            "Picked up 50\u202F% of 2 calls that could be answered",
            "+375 29 •••-••-04", "My figures");
    assertThat(page).doesNotContain("Vera", "Boris", "111-00-04");
    assertThat(browser.get("/manager/Vera").statusCode()).isEqualTo(404);
    assertThat(browser.get("/line/Sales").statusCode()).isEqualTo(404);
    assertThat(browser.get("/csv/missed_calls?manager=Vera").statusCode()).isEqualTo(404);
    assertThat(browser.get("/csv/managers").statusCode()).isEqualTo(404);
    assertThat(browser.get("/csv/weeks").statusCode()).isEqualTo(200);
  }

  @Test
  void weeks_are_shown_one_by_one() throws Exception {
    Browser browser = site.open(boss()).browser(boss());

    String page = browser.get("/manager/Anna?from=2026-11-09&to=2026-11-20").body();

    assertThat(page).contains("9–15 Nov", "16–20 Nov");
    assertThat(browser.get("/line/Sales?from=2026-11-09&to=2026-11-20").body())
        .contains("9–15 Nov", "16–20 Nov", ">50.0\u202F%<");
    assertThat(browser.get("/manager/Nobody").statusCode()).isEqualTo(404);
    assertThat(browser.get("/line/Nowhere").statusCode()).isEqualTo(404);
    assertThat(browser.get("/manager/Anna?from=x").statusCode()).isEqualTo(400);
  }

  @Test
  void a_department_reviews_its_own_managers_and_lines_only() throws Exception {
    Browser browser =
        site.open(head("Sales", CustomerNumbers.MASKED))
            .browser(head("Sales", CustomerNumbers.MASKED));

    assertThat(browser.get("/manager/Anna").statusCode()).isEqualTo(200);
    assertThat(browser.get("/manager/Vera").statusCode()).isEqualTo(404);
    assertThat(browser.get("/line/Sales").statusCode()).isEqualTo(200);
    assertThat(browser.get("/line/Support").statusCode()).isEqualTo(404);
    assertThat(browser.get("/csv/lines?line=Support").statusCode()).isEqualTo(404);
    assertThat(browser.get("/csv/weeks?manager=Vera").statusCode()).isEqualTo(404);
    assertThat(browser.get("/csv/lines?date=2026-11-19").body())
        .contains("Sales")
        .doesNotContain("Support");
  }

  @Test
  void another_day_is_shown_as_it_is_now_known() throws Exception {
    Browser browser = site.open(boss()).browser(boss());

    String page = browser.get("/day/2026-11-19").body();

    assertThat(page)
        .contains(
            "Answered 50\u202F% of 2 calls",
            "href=\"/day/2026-11-18\"",
            "href=\"/day/2026-11-20\"",
            "href=\"/calls?from=2026-11-19\"",
            "href=\"/reports?date=2026-11-19\"")
        .doesNotContain("/page.js", "http-equiv");
    assertThat(browser.get("/day/2026-11-21").statusCode()).isEqualTo(404);
    assertThat(browser.get("/day/2026-02-30").statusCode()).isEqualTo(404);
    assertThat(browser.get("/day/2026-11-20").body()).doesNotContain("/day/2026-11-21");
  }

  @Test
  void each_table_of_a_day_is_csv_too() throws Exception {
    Browser browser = site.open(boss()).browser(boss());

    for (String table : List.of("callbacks", "hours", "lines", "managers", "summary")) {
      HttpResponse<String> file = browser.get("/csv/" + table + "?date=2026-11-19");
      assertThat(file.statusCode()).as(table).isEqualTo(200);
      assertThat(file.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
      assertThat(file.body().lines().count()).isGreaterThan(1);
    }
    assertThat(browser.get("/csv/passwords").statusCode()).isEqualTo(404);
  }
}
