package calltally.web;

import static calltally.web.Site.auditor;
import static calltally.web.Site.boss;
import static calltally.web.Site.head;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.CustomerNumbers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The list of calls, its filters, and a single call. */
final class CallsTest {

  private static final Pattern ROW = Pattern.compile("<th scope=\"row\"");
  private static final Pattern CALL = Pattern.compile("href=\"(/calls/[^\"]+)\"");
  private static final Pattern OLDER = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");

  private final Site site = new Site();
  private final History history = site.history();

  @AfterEach
  void close() {
    site.close();
  }

  private void day() {
    history.answered("2026-11-20T09:00", "+375291110001", History.SALES, History.ANNA);
    history.missed("2026-11-20T10:00", "+375291110002", History.SALES, History.ANNA, History.BORIS);
    history.missed("2026-11-20T11:00", "+375291110003", History.SUPPORT);
    history.tried("2026-11-20T12:00", History.VERA, "+375291110003");
    history.answered("2026-11-19T12:00", "+375291110004", History.SUPPORT, History.VERA);
    history.refreshed();
  }

  private static int rows(String page) {
    return (int) ROW.matcher(page).results().count();
  }

  @Test
  void todays_calls_are_listed_newest_first() throws Exception {
    day();

    String page = site.open(boss()).browser(boss()).get("/calls").body();

    assertThat(rows(page)).isEqualTo(4);
    assertThat(page.indexOf(">12:00<")).isLessThan(page.indexOf(">11:00<"));
    assertThat(page).contains("Missed: nobody was rung", "Outgoing, not answered");
  }

  private static final Map<String, Integer> FILTERS =
      Map.ofEntries(
          entry("from=2026-11-19", 1),
          entry("from=2026-11-19&to=2026-11-20", 5),
          entry("line=Sales", 2),
          entry("line=%2B375290000002", 1),
          entry("department=Sales", 2),
          entry("manager=Anna", 1),
          entry("outcome=missed", 2),
          entry("outcome=answered", 1),
          entry("outcome=placed", 1),
          entry("reason=not_offered", 1),
          entry("short=yes", 0),
          entry("short=no", 2),
          entry("hours=yes", 0),
          entry("outcome=missed&line=Support", 1));

  @Test
  void a_filter_leaves_the_calls_that_pass_it() throws Exception {
    day();
    Browser browser = site.open(boss()).browser(boss());

    for (Map.Entry<String, Integer> filter : FILTERS.entrySet()) {
      site.later(1);
      assertThat(rows(browser.get("/calls?" + filter.getKey()).body()))
          .as(filter.getKey())
          .isEqualTo(filter.getValue());
    }
  }

  @Test
  void a_filter_that_is_none_is_refused() throws Exception {
    Browser browser = site.open(boss()).browser(boss());

    for (String filter :
        List.of(
            "from=yesterday",
            "from=2026-11-31",
            "from=2026-11-20&to=2026-11-19",
            "from=2026-01-01&to=2026-11-19",
            "outcome=lost",
            "reason=rain",
            "short=maybe",
            "before=1",
            "before=%2B999999-01-01T00:00:00Z%201")) {
      site.later(1);
      assertThat(browser.get("/calls?" + filter).statusCode()).as(filter).isEqualTo(400);
    }
  }

  @Test
  void older_calls_follow_on_further_pages_without_a_gap() throws Exception {
    for (int minute = 0; minute < 60; minute++) {
      history.missed("2026-11-20T10:%02d".formatted(minute), null, History.SALES);
      history.missed("2026-11-20T10:%02d".formatted(minute), null, History.SUPPORT);
    }
    history.refreshed();
    Browser browser = site.open(boss()).browser(boss());

    String first = browser.get("/calls").body();
    String second = browser.get(older(first)).body();
    String third = browser.get(older(second)).body();

    assertThat(rows(first)).isEqualTo(50);
    assertThat(rows(second)).isEqualTo(50);
    assertThat(rows(third)).isEqualTo(20);
    assertThat(OLDER.matcher(third).find()).isFalse();
    assertThat(first).contains(">10:35<").doesNotContain(">10:34<");
    assertThat(second).contains(">10:34<").doesNotContain(">10:35<");
  }

  private static String older(String page) {
    Matcher link = OLDER.matcher(page);
    assertThat(link.find()).isTrue();
    return link.group(1).replace("&amp;", "&");
  }

  @Test
  void a_call_shows_its_rings_in_their_order() throws Exception {
    day();
    Browser browser = site.open(boss()).browser(boss());

    String page = browser.get(call(browser.get("/calls?reason=no_answer").body())).body();

    assertThat(page).contains("Incoming call of", "+375 29 111-00-02", "nobody answered");
    assertThat(page.indexOf(">Anna<")).isPositive().isLessThan(page.indexOf(">Boris<"));
    assertThat(page).contains(">10:00:00<", ">10:00:15<", ">0:15<", ">No answer<");
  }

  private static String call(String page) {
    Matcher link = CALL.matcher(page);
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  @Test
  void calls_of_other_departments_are_unknown() throws Exception {
    day();
    site.open(boss(), head("Sales", CustomerNumbers.MASKED));
    String foreign = call(site.browser(boss()).get("/calls?line=Support").body());
    Browser browser = site.browser(head("Sales", CustomerNumbers.MASKED));

    String page = browser.get("/calls").body();

    assertThat(rows(page)).isEqualTo(2);
    assertThat(page).doesNotContain("Support", "Vera", "111-00-02", "1110002");
    assertThat(browser.get(foreign).statusCode()).isEqualTo(404);
    assertThat(browser.get("/calls?line=Support").statusCode()).isEqualTo(404);
    assertThat(browser.get("/calls?department=Support").statusCode()).isEqualTo(404);
    assertThat(browser.get("/calls.csv?line=Support").statusCode()).isEqualTo(404);
  }

  @Test
  void the_list_can_be_saved_as_csv_with_numbers_as_the_page_shows_them() throws Exception {
    day();
    site.open(boss(), auditor());

    HttpResponse<String> shown = site.browser(boss()).get("/calls.csv?outcome=missed");
    String masked = site.browser(auditor()).get("/calls.csv?outcome=missed").body();

    assertThat(shown.headers().firstValue("Content-Disposition").orElseThrow())
        .isEqualTo("attachment; filename*=UTF-8''calls-2026-11-20-2026-11-20.csv");
    assertThat(shown.body().lines()).hasSize(3);
    assertThat(shown.body()).contains("pbx_id,direction,local_date", "+375291110002,");
    assertThat(masked).contains("•••").doesNotContain("1110002");
  }
}
