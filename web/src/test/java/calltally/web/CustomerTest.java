package calltally.web;

import static calltally.sql.jooq.web.Tables.ACCESS;
import static calltally.web.Site.auditor;
import static calltally.web.Site.boss;
import static calltally.web.Site.head;
import static calltally.web.Site.manager;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.CustomerNumbers;
import calltally.sql.retention.CustomerRecords;
import calltally.sql.retention.RetentionRun;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A customer's page, the search for a number, and the record of who looked. */
final class CustomerTest {

  private static final String CUSTOMER = "+375291110001";
  private static final Pattern KEY = Pattern.compile("/customer/[0-9a-f]{16}");

  private final Site site = new Site();
  private final History history = site.history();

  @AfterEach
  void close() {
    site.close();
  }

  private void calls() {
    history.missed("2026-11-18T10:00", CUSTOMER, History.SALES, History.ANNA);
    history.reached("2026-11-18T10:20", History.BORIS, CUSTOMER);
    history.missed("2026-11-20T10:00", CUSTOMER, History.SUPPORT, History.VERA);
    history.refreshed();
  }

  private static String link(String page) {
    Matcher key = KEY.matcher(page);
    assertThat(key.find()).isTrue();
    return key.group();
  }

  @Test
  void all_calls_in_both_directions_are_listed_with_what_came_of_the_missed_ones()
      throws Exception {
    calls();
    Browser browser = site.open(boss()).browser(boss());

    String page = browser.get(link(browser.get("/today").body())).body();

    assertThat(page)
        .contains(
            "<h1>+375 29 111-00-01 <a class=\"call\" href=\"tel:+375291110001\"",
            "2 incoming, of which 2 missed; 1 outgoing.",
            "Waiting for a call-back.",
            "Called back (Boris)",
            "Outgoing, answered");
  }

  @Test
  void a_url_never_contains_the_number() throws Exception {
    calls();
    Browser browser = site.open(boss()).browser(boss());
    String page = browser.get("/today").body();

    assertThat(page.replaceAll("tel:\\+375291110001", "")).doesNotContain("375291110001");
    assertThat(browser.get("/customer/%2B375291110001").statusCode()).isEqualTo(404);
    assertThat(browser.get("/customer/0123456789abcdef").statusCode()).isEqualTo(404);
  }

  @Test
  void the_search_finds_a_number_however_it_is_written() throws Exception {
    calls();
    Browser browser = site.open(boss()).browser(boss());
    browser.get("/calls");

    for (String typed :
        List.of("+375291110001", "+375 29 111-00-01", "8 029 111-00-01", "291110001")) {
      HttpResponse<String> answer = browser.search(typed);
      assertThat(answer.statusCode()).as(typed).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location").orElseThrow()).matches(KEY);
    }
  }

  @Test
  void a_search_without_the_form_or_from_another_site_is_refused() throws Exception {
    calls();
    Browser browser = site.open(boss()).browser(boss());
    browser.get("/calls");

    assertThat(browser.search("+375290000000").statusCode()).isEqualTo(404);
    assertThat(browser.with("Sec-Fetch-Site", "cross-site").search(CUSTOMER).statusCode())
        .isEqualTo(403);
    browser.forgetToken();
    assertThat(browser.with().search(CUSTOMER).statusCode()).isEqualTo(403);
  }

  @Test
  void users_who_must_not_see_numbers_cannot_search_for_one() throws Exception {
    calls();
    site.open(auditor(), manager("Anna"));
    Browser auditor = site.browser(auditor());
    Browser manager = site.browser(manager("Anna"));

    assertThat(auditor.get("/calls").body()).doesNotContain("action=\"/search\"");
    assertThat(auditor.search(CUSTOMER).statusCode()).isEqualTo(404);
    manager.get("/today");
    assertThat(manager.search(CUSTOMER).statusCode()).isEqualTo(404);
    assertThat(auditor.get(link(auditor.get("/today").body())).body())
        .contains("•••")
        .doesNotContain("111-00-01", "1110001");
  }

  @Test
  void a_department_sees_its_own_part_of_a_history() throws Exception {
    calls();
    site.open(head("Sales", CustomerNumbers.SHOWN), boss());
    String link = link(site.browser(boss()).get("/today").body());

    String page = site.browser(head("Sales", CustomerNumbers.SHOWN)).get(link).body();

    assertThat(page)
        .contains("1 incoming, of which 1 missed; 1 outgoing.", "Outgoing, answered")
        .doesNotContain("Support");
  }

  @Test
  void the_calls_can_be_saved_as_csv_with_numbers_as_the_page_shows_them() throws Exception {
    calls();
    site.open(boss(), auditor(), head("Sales", CustomerNumbers.SHOWN));
    Browser browser = site.browser(boss());
    String page = browser.get(link(browser.get("/today").body())).body();
    Matcher file = Pattern.compile("/customer/[0-9a-f]{16}\\.csv").matcher(page);
    assertThat(file.find()).isTrue();

    site.later(1);
    HttpResponse<String> shown = browser.get(file.group());
    String masked = site.browser(auditor()).get(file.group()).body();
    String ofSales = site.browser(head("Sales", CustomerNumbers.SHOWN)).get(file.group()).body();

    assertThat(shown.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
    assertThat(shown.body().lines().skip(1))
        .hasSize(3)
        .allMatch(line -> line.contains("+375291110001"))
        .anyMatch(line -> line.endsWith(",returned,Boris"));
    assertThat(masked).contains("•••").doesNotContain("1110001");
    assertThat(ofSales.lines().skip(1)).hasSize(2).noneMatch(line -> line.contains("Support"));
    assertThat(history.sql().fetchCount(ACCESS)).isEqualTo(4);
    assertThat(browser.get("/customer/0123456789abcdef.csv").statusCode()).isEqualTo(404);
  }

  @Test
  void who_opened_the_page_is_kept_for_12_months_and_erased_with_the_customer() throws Exception {
    calls();
    Browser browser = site.open(boss()).browser(boss());
    String link = link(browser.get("/today").body());

    browser.get(link);
    browser.get("/customer/0123456789abcdef");
    assertThat(history.sql().fetch(ACCESS))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.getUserName()).isEqualTo("boss");
              assertThat(row.getOpenedAt()).isEqualTo(history.instant("2026-11-20T14:32:00"));
            });
    new RetentionRun(history.pool()).run(history.instant("2026-11-24T00:00:00"));
    assertThat(history.sql().fetchCount(ACCESS)).isOne();
    assertThat(new CustomerRecords(history.pool(), 1, CUSTOMER).count())
        .containsEntry("page_access", 1L);
    assertThat(new CustomerRecords(history.pool(), 1, CUSTOMER).erase())
        .containsEntry("page_access", 1L);
    assertThat(history.sql().fetchCount(ACCESS)).isZero();
  }

  @Test
  void entries_older_than_12_months_are_deleted() {
    history.refreshed();
    history
        .sql()
        .execute(
            "insert into web.access values (1, 7, now() - interval '13 months', 'boss'),"
                + " (1, 7, now() - interval '11 months', 'boss')");

    assertThat(new RetentionRun(history.pool()).run(Instant.now()).pageAccess()).isOne();
    assertThat(history.sql().fetchCount(ACCESS)).isOne();
  }
}
