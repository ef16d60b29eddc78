package calltally.web;

import static calltally.web.Site.auditor;
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

/** The reports that were sent, and who gets their files. */
final class ReportsPageTest {

  private final Site site = new Site();
  private final History history = site.history();

  @BeforeEach
  void reports() throws Exception {
    history.refreshed();
    new ArchivedReports(site)
        .add(1, "daily", null, null, false)
        .add(2, "daily", "Sales", null, true)
        .add(3, "daily", "Support", null, true)
        .add(4, "manager", null, "Anna", true);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void every_report_is_listed_and_its_files_can_be_saved() throws Exception {
    Browser browser = site.open(boss()).browser(boss());

    String list = browser.get("/reports").body();

    assertThat(list).contains("/reports/1\"", "/reports/2\"", "/reports/3\"", "/reports/4\"");
    assertThat(browser.get("/reports/1").body())
        .contains("href=\"/reports/1/report%201.pdf\"", "/day/2026-11-19");
    HttpResponse<String> file = browser.get("/reports/1/report%201.pdf");
    assertThat(file.body()).isEqualTo("content 1");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(browser.get("/reports?date=2026-11-19").body()).contains("/reports/1\"");
    assertThat(browser.get("/reports?date=2026-11-18").body()).doesNotContain("/reports/1\"");
  }

  @Test
  void nothing_but_a_reports_own_files_can_be_had() throws Exception {
    Browser browser = site.open(boss()).browser(boss());

    for (String path :
        List.of(
            "1/secret.txt",
            "1/..%2Fsecret.txt",
            "1/%2e%2e/secret.txt",
            "1/../../../../secret.txt",
            "1/mail",
            "5",
            "x",
            "99999999999999999999",
            "1/",
            "")) {
      site.later(1);
      assertThat(browser.get("/reports/" + path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void each_role_sees_the_reports_within_its_scope() throws Exception {
    site.open(head("Sales", CustomerNumbers.MASKED), manager("Anna"));
    Browser head = site.browser(head("Sales", CustomerNumbers.MASKED));
    Browser anna = site.browser(manager("Anna"));

    assertThat(head.get("/reports").body())
        .contains("/reports/2\"", "/reports/4\"")
        .doesNotContain("/reports/1\"", "/reports/3\"");
    assertThat(head.get("/reports/2/report%202.pdf").statusCode()).isEqualTo(200);
    assertThat(head.get("/reports/3").statusCode()).isEqualTo(404);
    assertThat(head.get("/reports/1/report%201.pdf").statusCode()).isEqualTo(404);
    assertThat(anna.get("/reports").body())
        .contains("/reports/4\"")
        .doesNotContain("/reports/1\"", "/reports/2\"", "/reports/3\"");
    assertThat(anna.get("/reports/2").statusCode()).isEqualTo(404);
  }

  @Test
  void files_with_numbers_are_not_for_those_who_must_not_see_any() throws Exception {
    Browser browser = site.open(auditor()).browser(auditor());

    assertThat(browser.get("/reports/1").body())
        .contains("numbers that you may not see")
        .doesNotContain(".pdf");
    assertThat(browser.get("/reports/1/report%201.pdf").statusCode()).isEqualTo(404);
    assertThat(browser.get("/reports/2/report%202.pdf").statusCode()).isEqualTo(200);
  }

  @Test
  void a_report_that_was_removed_is_gone() throws Exception {
    history
        .sql()
        .execute(
            "insert into ledger.removed_report (source_id, archive_path, mailing_id) select"
                + " source_id, archive_path, mailing_id from ledger.mailing where run_id = 1");
    Browser browser = site.open(boss()).browser(boss());

    assertThat(browser.get("/reports").body()).doesNotContain("/reports/1\"");
    assertThat(browser.get("/reports/1").statusCode()).isEqualTo(404);
  }
}
