package calltally.web;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.web.Site.boss;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.CustomerNumbers;
import calltally.web.http.Link;
import calltally.web.user.Role;
import calltally.web.user.User;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of users who see several sources: main has calls, second has none. */
final class SourceChoiceTest {

  private static final User MAIN_FIRST = user("one", "main", "second");
  private static final User SECOND_FIRST = user("two", "second", "main");
  private static final Pattern SECOND = Pattern.compile("href=\"([^\"]+)\">second</a>");
  private static final Pattern LINES = Pattern.compile("href=\"(/csv/lines[^\"]*)\"");

  private final Site site = new Site();

  private static User user(String name, String... sources) {
    return new User(
        name,
        boss().password(),
        Role.ALL,
        null,
        null,
        List.of(sources),
        CustomerNumbers.SHOWN,
        null);
  }

  @BeforeEach
  void calls() {
    site.history().missed("2026-11-20T10:00", "+375291110001", History.SALES, History.ANNA);
    site.history().refreshed();
    site.history()
        .sql()
        .insertInto(SOURCE, SOURCE.NAME, SOURCE.ZONE, SOURCE.REGION)
        .values("second", "Europe/Berlin", "DE")
        .execute();
    site.open(MAIN_FIRST, SECOND_FIRST, boss());
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static String link(Pattern pattern, String page) {
    Matcher link = pattern.matcher(page);
    assertThat(link.find()).isTrue();
    return link.group(1).replace("&amp;", "&");
  }

  @Test
  void a_page_is_about_the_first_source_until_the_reader_chooses_another() throws Exception {
    String first = site.browser(MAIN_FIRST).get("/today").body();
    String second = site.browser(SECOND_FIRST).get("/today").body();

    assertThat(first)
        .contains("aria-current=\"true\">main<", "href=\"/calls?source=main\"", "14:32");
    assertThat(second).contains("aria-current=\"true\">second<", "12:32").doesNotContain("Sales");
  }

  @Test
  void every_page_leads_to_one_of_another_source() throws Exception {
    Browser browser = site.browser(MAIN_FIRST);

    for (String path :
        List.of(
            "/today",
            "/day/2026-11-19",
            "/calls",
            "/reports",
            "/status",
            Link.to("/line/", History.SALES).url(),
            "/manager/Anna")) {
      HttpResponse<String> other = browser.get(link(SECOND, browser.get(path).body()));

      assertThat(other.statusCode()).as(path).isEqualTo(200);
      assertThat(other.body()).as(path).contains("aria-current=\"true\">second<");
    }
    assertThat(link(SECOND, browser.get("/day/2026-11-19").body()))
        .isEqualTo("/day/2026-11-19?source=second");
  }

  @Test
  void a_table_is_saved_of_the_source_shown_and_not_of_an_earlier_readers_first() throws Exception {
    Browser earlier = site.browser(MAIN_FIRST);
    Browser browser = site.browser(SECOND_FIRST);

    String own = earlier.get(link(LINES, earlier.get("/today").body())).body();
    String shared = browser.get(link(LINES, browser.get("/today?source=main").body())).body();

    assertThat(own).contains("Sales");
    assertThat(shared).isEqualTo(own);
  }

  @Test
  void a_source_that_is_not_the_readers_is_as_unknown_as_one_that_does_not_exist()
      throws Exception {
    Browser browser = site.browser(boss());

    for (String path : List.of("/today", "/today/live", "/calls", "/csv/lines", "/reports")) {
      assertThat(browser.get(path + "?source=second").statusCode()).as(path).isEqualTo(404);
      assertThat(browser.get(path + "?source=third").statusCode()).as(path).isEqualTo(404);
    }
    assertThat(browser.get("/today").body()).doesNotContain("source=");
  }
}
