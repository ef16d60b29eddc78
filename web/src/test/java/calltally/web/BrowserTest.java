package calltally.web;

import static calltally.web.Site.boss;
import static calltally.web.Site.manager;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages in a real browser. */
@Tag("browser")
final class BrowserTest {

  private static final String CUSTOMER = "+375291110001";
  private static final Pattern PRINTED_PAGE = Pattern.compile("/Type\\s*/Page\\b(?!s)");
  private static final List<String> PAGES =
      List.of(
          "/today",
          "/day/2026-11-19",
          "/calls?from=2026-11-19&to=2026-11-20",
          "/reports",
          "/manager/Anna",
          "/line/Sales",
          "/status");

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

  @Test
  void no_page_scrolls_sideways_on_a_phone() throws Exception {
    logIn("boss");
    browser.width(320);
    for (String page : PAGES) {
      site.later(2);
      browser.open(site.url(page));
      assertThat(browser.evaluate("document.documentElement.scrollWidth")).as(page).isEqualTo(320);
    }
  }

  @Test
  void today_fits_on_one_sheet_of_paper() throws Exception {
    logIn("boss");

    String pdf = new String(browser.pdf(), ISO_8859_1);

    assertThat(PRINTED_PAGE.matcher(pdf).results().count()).isEqualTo(1);
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
    String customer =
        String.valueOf(browser.evaluate("document.querySelector('a[href^=\"/customer/\"]').href"));
    for (String page : PAGES) {
      site.later(2);
      browser.open(site.url(page));
      assertAccessible(page);
    }
    browser.open(customer);
    assertAccessible("/customer/…");
    browser.click("tbody th a");
    assertAccessible("/calls/…");
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
