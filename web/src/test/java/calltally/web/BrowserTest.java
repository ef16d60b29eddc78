package calltally.web;

import static calltally.web.Site.boss;
import static calltally.web.Site.manager;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a real browser. */
@Tag("browser")
final class BrowserTest {

  private static final String CUSTOMER = "+375291110001";
  private static final List<String> PAGES =
      List.of(
          "/today",
          "/day/2026-11-19",
          "/calls?from=2026-11-19&to=2026-11-20",
          "/reports",
          "/reports/1",
          "/manager/Anna",
          "/line/Sales",
          "/status",
          "/no/such/page");

  private final Site site = new Site();
  private final History history = site.history();
  private Chromium browser;

  @BeforeEach
  void start() throws Exception {
    for (int day = 1; day < 20; day++) {
      String date = "2026-11-%02dT".formatted(day);
      history.answered(date + "09:10", "+375291110009", History.SALES, History.ANNA);
      history.missed(date + "11:20", CUSTOMER, History.SALES, History.ANNA, History.BORIS);
    }
    history.answered("2026-11-20T10:00", "+375291110008", History.SUPPORT, History.VERA);
    history.missed("2026-11-20T11:00", CUSTOMER, History.SALES, History.ANNA);
    history.unended("2026-11-20T14:31", "+375291110007", History.SALES);
    history.refreshed();
    new ArchivedReports(site).add(1, "daily", null, null, false);
    site.open(boss(), manager("Anna"));
    browser = Chromium.start();
  }

  @AfterEach
  void close() throws Exception {
    browser.close();
    site.close();
  }

  private void logIn(String name) throws Exception {
    browser.open(site.url("/login"));
    browser.evaluate("document.getElementById('name').focus()");
    browser.type(name);
    browser.press("Tab");
    browser.type(Site.PASSWORD);
    browser.follow(() -> browser.press("Enter"));
  }

  @Test
  void the_whole_way_from_the_login_to_the_logout() throws Exception {
    logIn("boss");
    assertThat(browser.text()).contains("Waiting for a call-back", "+375 29 111-00-01");

    browser.click("a[href=\"/calls\"]");
    assertThat(browser.text()).contains("List of calls");
    browser.evaluate("document.getElementById('outcome').value = 'missed'");
    browser.click(".filters button");
    assertThat(browser.text()).contains("nobody answered").doesNotContain("Outgoing,");

    browser.click("tbody th a");
    assertThat(browser.text()).contains("Incoming call of", "Anna", "No answer");
    browser.click("a[href^=\"/customer/\"]");
    assertThat(browser.text()).contains("20 missed", "Waiting for a call-back.");

    browser.evaluate("document.querySelector('.who button').focus()");
    browser.follow(() -> browser.press("Enter"));
    assertThat(browser.text()).contains("Log in");
    browser.open(site.url("/today"));
    assertThat(browser.text()).contains("Log in");
  }

  @Test
  void today_shows_what_happened_since_and_begins_the_next_day_at_midnight() throws Exception {
    site.at("2026-11-20T20:00:00");
    logIn("boss");
    history.missed("2026-11-20T14:00", "+375291110066", History.SUPPORT);
    history.refreshed();
    site.later(20);
    browser.evaluate("window.dispatchEvent(new Event('online'))");
    browser.await("document.body.innerText.includes('+375 29 111-00-66')");
    // The call without an end is presumed missed by now.
    assertThat(browser.evaluate("document.title")).isEqualTo("3 waiting · Today · Romashka");

    site.at("2026-11-21T00:00:10");
    browser.evaluate("window.dispatchEvent(new Event('online'))");
    browser.await("document.body.innerText.includes('Saturday, 21 November')");
  }

  @Test
  void new_figures_wait_while_text_is_selected_and_keep_the_focus() throws Exception {
    logIn("boss");
    browser.evaluate("document.getSelection().selectAllChildren(document.querySelector('h1'))");
    history.missed("2026-11-20T14:00", "+375291110066", History.SUPPORT);
    history.refreshed();
    site.later(20);
    browser.evaluate(
        "window.dispatchEvent(new Event('online')), new Promise(done => setTimeout(done, 1000))");
    assertThat(browser.text()).doesNotContain("111-00-66");

    browser.evaluate("document.getSelection().removeAllRanges()");
    browser.await("document.body.innerText.includes('+375 29 111-00-66')");
    browser.evaluate("document.querySelector('#live tbody th a').focus()");
    String held = String.valueOf(browser.evaluate("document.activeElement.href"));
    history.missed("2026-11-20T14:10", "+375291110055", History.SUPPORT);
    history.refreshed();
    site.later(20);
    browser.evaluate("window.dispatchEvent(new Event('online'))");
    browser.await("document.body.innerText.includes('+375 29 111-00-55')");
    assertThat(browser.evaluate("document.activeElement.href")).isEqualTo(held);
  }

  @Test
  void without_the_server_the_figures_turn_grey_under_a_sentence() throws Exception {
    logIn("boss");
    site.stop();
    browser.evaluate("(now => Date.now = () => now() + 61000)(Date.now)");

    browser.await("document.documentElement.hasAttribute('data-stale')");

    assertThat(browser.text()).contains("the server does not answer", "out of date");
    assertThat(browser.evaluate("getComputedStyle(document.getElementById('live')).opacity"))
        .isEqualTo("0.45");
  }

  @Test
  void everything_works_without_javascript() throws Exception {
    logIn("boss");
    browser.script(false);
    browser.open(site.url("/today"));
    browser.script(true);

    assertThat(browser.evaluate("document.querySelectorAll('#live tbody tr').length > 0"))
        .isEqualTo(true);
    assertThat(browser.evaluate("document.head.innerHTML.includes('http-equiv')")).isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void no_page_scrolls_sideways_on_a_phone(String language) throws Exception {
    browser.language(language);
    browser.width(320);
    browser.open(site.url("/login"));
    assertNarrow("/login");
    logIn("boss");
    for (String page : everyPage()) {
      site.later(2);
      browser.open(site.url(page));
      assertNarrow(page);
    }
  }

  private void assertNarrow(String page) throws Exception {
    assertThat(browser.evaluate("document.documentElement.scrollWidth")).as(page).isEqualTo(320);
  }

  /** With a customer and a call. */
  private List<String> everyPage() throws Exception {
    List<String> pages = new ArrayList<>(PAGES);
    pages.add(path("a[href^=\"/customer/\"]"));
    site.later(2);
    browser.open(site.url("/calls"));
    pages.add(path("a[href^=\"/calls/\"]"));
    return pages;
  }

  private String path(String link) throws Exception {
    return String.valueOf(
        browser.evaluate("document.querySelector('" + link + "').getAttribute('href')"));
  }

  @Test
  void today_fits_on_one_sheet_of_paper() throws Exception {
    logIn("boss");

    assertThat(browser.printedPages()).isEqualTo(1);
  }

  @Test
  void a_manager_is_led_to_their_own_figures() throws Exception {
    logIn("manager");
    browser.click("a[href^=\"/manager/\"]");

    assertThat(browser.text())
        .contains("My figures", "calls that could be answered")
        .doesNotContain("Vera");
  }

  @Test
  void every_page_is_accessible_in_light_and_dark() throws Exception {
    browser.open(site.url("/login"));
    assertAccessible("/login");
    logIn("boss");
    for (String page : everyPage()) {
      site.later(2);
      browser.open(site.url(page));
      browser.evaluate("document.querySelectorAll('details').forEach(help => help.open = true)");
      assertAccessible(page);
    }
  }

  @Test
  void a_report_is_saved_from_the_archive_and_only_by_those_who_may_see_it() throws Exception {
    logIn("boss");
    browser.click("a[href=\"/reports\"]");
    browser.click("a[href=\"/reports/1\"]");
    String file = path("a[href$=\".pdf\"]");

    assertThat(file).isEqualTo("/reports/1/report%201.pdf");
    assertThat(fetched(file)).isEqualTo("200 content 1");

    logOut();
    logIn("manager");
    assertThat(fetched(file)).startsWith("404 ");
    assertThat(fetched("/reports/1")).startsWith("404 ");
  }

  /** The status and text of a file, with the browser's cookies. */
  private String fetched(String path) throws Exception {
    return String.valueOf(
        browser.evaluate(
            "fetch('%s').then(got => got.text().then(text => got.status + ' ' + text))"
                .formatted(path)));
  }

  private void logOut() throws Exception {
    browser.evaluate("document.querySelector('.who button').focus()");
    browser.follow(() -> browser.press("Enter"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/manager/Anna", "/line/Sales", "/today"})
  void what_each_figure_means_stands_next_to_it(String page) throws Exception {
    logIn("boss");
    browser.open(site.url(page));

    assertThat(
            browser.evaluate(
                "[...document.querySelectorAll('.tiles li, #standing ~ .sheet tbody th')]"
                    + ".filter(figure => !figure.querySelector('details p'))"
                    + ".map(figure => figure.innerText).join()"))
        .isEqualTo("");
  }

  @Test
  void the_filters_of_calls_are_folded_on_a_phone_until_they_are_opened_without_a_script()
      throws Exception {
    logIn("boss");
    browser.script(false);
    browser.width(390);
    browser.open(site.url("/calls?outcome=missed"));
    browser.script(true);
    assertThat(browser.text())
        .contains("Filters", "20 Nov", "Missed")
        .doesNotContain("Reason missed");

    tabTo(".fold summary");
    browser.press("Enter");
    assertThat(browser.text()).contains("Reason missed", "Working hours");

    browser.width(1200);
    browser.open(site.url("/calls"));
    assertThat(browser.text()).contains("Reason missed").doesNotContain("Filters");
  }

  @Test
  void the_keyboard_alone_leads_everywhere() throws Exception {
    logIn("boss");
    tabTo("summary");
    browser.press("Enter");
    assertThat(browser.evaluate("document.activeElement.parentNode.open")).isEqualTo(true);
    tabTo("#live tbody th a[href^=\"/customer/\"]");
    browser.follow(() -> browser.press("Enter"));
    assertThat(browser.text()).contains("20 missed");
    tabTo("a[href^=\"/calls/\"]");
    browser.follow(() -> browser.press("Enter"));
    assertThat(browser.text()).contains("Incoming call of");
    tabTo("a[href=\"/calls\"]");
    browser.follow(() -> browser.press("Enter"));
    tabTo(".filters button");
    browser.follow(() -> browser.press("Enter"));
    tabTo("a[href^=\"/calls.csv\"]");
    tabTo(".who button");
    browser.follow(() -> browser.press("Enter"));
    assertThat(browser.text()).contains("Log in");
  }

  /** Presses Tab until what is asked for has the focus, from the top again after the end. */
  private void tabTo(String selector) throws Exception {
    for (int key = 0; key < 200; key++) {
      browser.press("Tab");
      Object found =
          browser.evaluate(
              "document.activeElement.matches('%s') && document.activeElement.matches(':focus-visible')"
                  .formatted(selector));
      if (Boolean.TRUE.equals(found)) {
        return;
      }
    }
    throw new AssertionError("the keyboard does not lead to " + selector);
  }

  private void assertAccessible(String page) throws Exception {
    for (boolean isDark : new boolean[] {false, true}) {
      browser.dark(isDark);
      browser.evaluate(axe() + "; 0");
      assertThat(
              browser.evaluate(
                  "axe.run().then(found => found.violations.map(each => each.id + ': '"
                      + " + each.nodes.map(node => node.html).join(' ')).join('; '))"))
          .as(page + (isDark ? " dark" : " light"))
          .isEqualTo("");
    }
  }

  private static String axe() throws Exception {
    try (InputStream script =
        Objects.requireNonNull(BrowserTest.class.getResourceAsStream("/axe.min.js"))) {
      return new String(script.readAllBytes(), UTF_8);
    }
  }
}
