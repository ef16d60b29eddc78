package calltally.web;

import static calltally.web.Site.auditor;
import static calltally.web.Site.boss;
import static calltally.web.Site.head;
import static calltally.web.Site.manager;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.CustomerNumbers;
import calltally.web.user.User;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every page for every role, and with parameters that nobody would write. */
final class ScopeTest {

  private static final String SECRET = "+375291110077";
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 200);
  private static final List<String> PAGES =
      List.of(
          "/today",
          "/today/live",
          "/day/2026-11-20",
          "/calls",
          "/calls.csv",
          "/reports",
          "/manager/Vera",
          "/line/Support",
          "/csv/lines",
          "/csv/callbacks",
          "/csv/managers",
          "/status");
  private static final List<String> FOLDERS =
      List.of("/day/", "/manager/", "/line/", "/csv/", "/reports/", "/customer/", "/calls/", "/");
  private static final List<String> PARAMETERS =
      List.of(
          "source",
          "line",
          "department",
          "manager",
          "from",
          "to",
          "date",
          "outcome",
          "reason",
          "short",
          "hours",
          "before");

  private final Site site = new Site();
  private final History history = site.history();

  @BeforeEach
  void calls() {
    history.missed("2026-11-20T10:00", "+375291110001", History.SALES, History.ANNA);
    history.missed("2026-11-20T10:05", SECRET, History.SUPPORT, History.VERA);
    history.refreshed();
    site.open(boss(), auditor(), head("Sales", CustomerNumbers.SHOWN), manager("Anna"));
  }

  @AfterEach
  void close() {
    site.close();
  }

  /** Status of each page, in order, by role. */
  private static final Map<String, String> EXPECTED =
      Map.of(
          "boss", "200 200 200 200 200 200 200 200 200 200 200 200",
          "auditor", "200 200 200 200 200 200 200 200 200 200 200 200",
          "head", "200 200 200 200 200 200 404 404 200 200 200 404",
          "manager", "200 200 200 404 404 200 404 404 404 404 404 404",
          "nobody", "303 401 303 303 303 303 303 303 303 303 303 303");

  @Test
  void each_role_gets_its_pages_and_no_others() throws Exception {
    for (User user :
        List.of(boss(), auditor(), head("Sales", CustomerNumbers.SHOWN), manager("Anna"))) {
      Browser browser = site.browser(user);
      assertThat(statuses(browser)).as(user.name()).isEqualTo(EXPECTED.get(user.name()));
    }
    assertThat(statuses(site.browser())).isEqualTo(EXPECTED.get("nobody"));
  }

  private String statuses(Browser browser) throws Exception {
    StringBuilder statuses = new StringBuilder();
    for (String page : PAGES) {
      site.later(1);
      statuses.append(browser.get(page).statusCode()).append(' ');
    }
    return statuses.toString().strip();
  }

  @Test
  void no_page_shows_a_department_or_a_manager_what_is_not_theirs() throws Exception {
    for (User user : List.of(head("Sales", CustomerNumbers.SHOWN), manager("Anna"))) {
      Browser browser = site.browser(user);
      for (String page : PAGES) {
        site.later(1);
        assertThat(browser.get(page).body())
            .as(page)
            .doesNotContain("111-00-77", "1110077", "Vera", "Support");
      }
    }
  }

  @Test
  void no_page_shows_a_number_to_a_user_who_must_not_see_it() throws Exception {
    Browser browser = site.browser(auditor());
    for (String page : PAGES) {
      site.later(1);
      assertThat(browser.get(page).body())
          .as(page)
          .doesNotContain("111-00-77", "1110077", "111-00-01", "1110001", "tel:");
    }
  }

  @Test
  void any_parameter_gives_a_page_or_is_refused_and_shows_nothing_foreign() throws Exception {
    Browser browser = site.browser(head("Sales", CustomerNumbers.SHOWN));
    Random random = new Random(20_261_120);
    for (int request = 0; request < REQUESTS; request++) {
      site.later(1);
      String path = path(random);
      var answer = browser.get(path);
      assertThat(answer.statusCode()).as(path).isIn(200, 303, 400, 404);
      assertThat(answer.body()).as(path).doesNotContain("111-00-77", "1110077", ">Vera<");
    }
  }

  private static String path(Random random) {
    return random.nextInt(3) > 0
        ? PAGES.get(random.nextInt(PAGES.size()))
            + "?"
            + PARAMETERS.get(random.nextInt(PARAMETERS.size()))
            + "="
            + value(random)
        : FOLDERS.get(random.nextInt(FOLDERS.size())) + value(random);
  }

  private static String value(Random random) {
    List<String> likely =
        List.of(
            "main",
            "Support",
            "%2B375290000002",
            "Vera",
            "2026-11-20",
            "0000-00-00",
            "-1",
            "9999-12-31",
            "%27%20or%201=1--",
            "%3Cscript%3E",
            "..%2f..%2fetc%2fpasswd",
            "%F0%9F%98%80",
            "%ED%A0%80",
            "%ff",
            "%00",
            "2026-11-20T10%3A00%3A00Z%201.1",
            "missed",
            "yes",
            "");
    if (random.nextInt(3) > 0) {
      return likely.get(random.nextInt(likely.size()));
    }
    StringBuilder value = new StringBuilder();
    for (int length = random.nextInt(40); length > 0; length--) {
      value.append("%%%02x".formatted(random.nextInt(256)));
    }
    return value.toString();
  }
}
