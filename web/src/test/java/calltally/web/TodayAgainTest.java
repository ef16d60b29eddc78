package calltally.web;

import static calltally.web.Site.auditor;
import static calltally.web.Site.boss;
import static calltally.web.Site.head;
import static calltally.web.Site.manager;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.CustomerNumbers;
import calltally.web.http.PageWatch;
import calltally.web.user.User;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the page of today's figures is selected and sent again, and when it is not. */
final class TodayAgainTest {

  private static final String CUSTOMER = "+375291110001";

  private final Site site = new Site();
  private final History history = site.history();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void the_fetched_part_is_sent_again_only_when_something_on_it_has_changed() throws Exception {
    Browser browser = site.open(boss()).browser(boss());
    HttpResponse<String> first = browser.get("/today/live");
    String tag = first.headers().firstValue("ETag").orElseThrow();

    site.at("2026-11-20T14:32:20");
    HttpResponse<String> same = browser.get("/today/live", tag);
    history.answered("2026-11-20T14:00", CUSTOMER, History.SALES, History.ANNA);
    history.refreshed();
    site.at("2026-11-20T14:32:40");
    HttpResponse<String> changed = browser.get("/today/live", tag);

    assertThat(first.body()).startsWith("<h1 data-title=\"Today\">").doesNotContain("<html");
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).contains("Answered 100\u202F% of 1 call");
  }

  @Test
  void a_browser_that_unpacks_gets_the_same_page_packed() throws Exception {
    history.missed("2026-11-20T10:00", "+375291110001", History.SALES, History.ANNA);
    history.refreshed();
    site.open(boss(), manager("Anna"));
    for (Browser browser : List.of(site.browser(boss()), site.browser(manager("Anna")))) {
      for (String path : List.of("/today", "/today/live")) {
        String plain = browser.get(path).body();
        HttpResponse<byte[]> packed =
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(URI.create(site.url(path)))
                        .header("Cookie", "calltally=" + browser.cookie("calltally"))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                    BodyHandlers.ofByteArray());

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.body()).hasSizeLessThan(plain.length() / 2);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
          assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(plain);
        }
      }
    }
  }

  @Test
  void readers_see_the_same_figures_for_5_seconds() throws Exception {
    Browser browser = site.open(boss()).browser(boss());
    browser.get("/today/live");
    history.answered("2026-11-20T14:00", CUSTOMER, History.SALES, History.ANNA);
    history.refreshed();

    site.at("2026-11-20T14:32:04");
    assertThat(browser.get("/today/live").body()).doesNotContain("Answered 100\u202F% of 1 call");
    site.at("2026-11-20T14:32:05");
    assertThat(browser.get("/today/live").body()).contains("Answered 100\u202F% of 1 call");
  }

  @Test
  void readers_who_ask_at_once_wait_for_one_selection() throws Exception {
    List<Boolean> areCached = watched();
    Browser browser = site.open(boss()).browser(boss());

    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, 10).mapToObj(reader -> status(browser)).toList();

    assertThat(answers).allMatch(answer -> answer.join() == 200);
    assertThat(areCached).hasSize(10).containsOnlyOnce(false);
  }

  @Test
  void figures_are_selected_once_a_minute_while_nothing_is_received() throws Exception {
    List<Boolean> areCached = watched();
    history.missed("2026-11-20T14:00", CUSTOMER, History.SALES, History.ANNA);
    history.refreshed();
    Browser browser = site.open(boss()).browser(boss());

    for (String second : List.of("00", "20", "40")) {
      site.at("2026-11-20T14:32:" + second);
      assertThat(browser.get("/today/live").body()).contains("Answered 0\u202F% of 1 call");
    }
    site.at("2026-11-20T14:33:00");
    assertThat(browser.get("/today/live").body()).contains(">32\u00A0min<");
    history.answered("2026-11-20T14:10", "+375291110002", History.SALES, History.ANNA);
    history.refreshed();
    site.at("2026-11-20T14:33:20");
    assertThat(browser.get("/today/live").body()).contains("Answered 50\u202F% of 2 calls");

    assertThat(areCached).containsExactly(false, true, true, false, false);
  }

  @Test
  void the_minute_of_a_page_begins_when_it_is_selected_but_never_goes_past_midnight()
      throws Exception {
    List<Boolean> areCached = watched();
    site.at("2026-11-20T23:58:00");
    Browser browser = site.open(boss()).browser(boss());

    for (String time : List.of("23:58:50", "23:59:10", "23:59:30", "23:59:50")) {
      site.at("2026-11-20T" + time);
      browser.get("/today/live");
    }
    site.at("2026-11-21T00:00:10");

    assertThat(browser.get("/today/live").body()).contains("Saturday, 21 November 2026");
    assertThat(areCached).containsExactly(false, true, true, false, false);
  }

  @Test
  void how_far_the_figures_are_behind_is_of_the_moment_when_that_was_selected() throws Exception {
    history.answered("2026-11-20T14:00", CUSTOMER, History.SALES, History.ANNA);
    history.refreshed();
    history
        .sql()
        .execute(
            "update calls.refresh_cursor set refreshed_at = ?::timestamptz",
            history.instant("2026-11-20T14:31:58").toString());
    site.open(boss(), auditor());
    Browser boss = site.browser(boss());
    Browser auditor = site.browser(auditor());

    site.at("2026-11-20T14:32:01");
    assertThat(boss.get("/today/live").body()).doesNotContain("min old");
    site.at("2026-11-20T14:32:59");
    assertThat(auditor.get("/today/live").body()).doesNotContain("min old");
    site.at("2026-11-20T14:35:00");
    assertThat(auditor.get("/today/live").body()).contains("These figures are 3 min old");
  }

  @Test
  void an_open_page_gets_the_same_figures_as_one_that_is_opened() throws Exception {
    for (int caller = 0; caller < 110; caller++) {
      history.missed("2026-11-20T10:00", "+37529111%04d".formatted(caller), History.SALES);
    }
    history.answered("2026-11-13T09:00", CUSTOMER, History.SALES, History.ANNA);
    history.missed("2026-11-20T14:00", CUSTOMER, History.SUPPORT, History.VERA, History.ANNA);
    history.unended("2026-11-20T14:30", "+375291110003", History.SALES);
    history.refreshed();
    List<User> users =
        List.of(boss(), auditor(), head("Sales", CustomerNumbers.MASKED), manager("Anna"));
    site.open(users.toArray(User[]::new));
    Map<Browser, String> opened = new LinkedHashMap<>();
    for (User user : users) {
      Browser browser = site.browser(user);
      opened.put(browser, browser.get("/today/live").body());
    }

    // Knows nothing yet, but the sessions.
    site.open(users.toArray(User[]::new));

    for (Browser browser : opened.keySet()) {
      assertThat(browser.get("/today/live", "\"of an earlier minute\"").body())
          .isEqualTo(opened.get(browser));
    }
  }

  @Test
  void the_script_of_a_page_fetches_only_what_the_page_does_not_show() throws Exception {
    Browser browser = site.open(boss()).browser(boss());
    Matcher tag =
        Pattern.compile("data-tag=\"&#34;([\\w-]+)&#34;\"").matcher(browser.get("/today").body());

    assertThat(tag.find()).isTrue();
    assertThat(browser.get("/today/live", '"' + tag.group(1) + '"').statusCode()).isEqualTo(304);
  }

  @Test
  void the_team_is_selected_for_all_its_managers_once_a_minute_and_when_something_is_received()
      throws Exception {
    history.missed("2026-11-20T14:00", CUSTOMER, History.SALES, History.ANNA, History.BORIS);
    history.refreshed();
    site.open(manager("Anna"), manager("boris", "Boris"));
    Browser anna = site.browser(manager("Anna"));
    Browser boris = site.browser(manager("boris", "Boris"));
    String rings = "update stats.daily_manager set missed_calls = 71, answerable_calls = 71";

    assertThat(anna.get("/today/live").body()).contains(">1<").doesNotContain("71");
    history.sql().execute(rings);
    assertThat(boris.get("/today/live").body()).doesNotContain("71");
    site.at("2026-11-20T14:33:00");
    assertThat(boris.get("/today/live").body()).contains("71");
    history.missed("2026-11-20T14:10", "+375291110002", History.SALES, History.ANNA);
    history.refreshed();
    site.at("2026-11-20T14:33:10");
    assertThat(boris.get("/today/live").body()).doesNotContain("71");
  }

  /** Whether the figures of each answer were known already. */
  private List<Boolean> watched() {
    List<Boolean> areCached = Collections.synchronizedList(new ArrayList<>());
    site.watchedBy(
        new PageWatch() {
          @Override
          public void answered(String route, int status, Duration took) {}

          @Override
          public void loginRefused(String reason) {}

          @Override
          public void figuresShown(boolean isCached) {
            areCached.add(isCached);
          }
        });
    return areCached;
  }

  private static CompletableFuture<Integer> status(Browser browser) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return browser.get("/today/live").statusCode();
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        },
        reader -> new Thread(reader).start());
  }
}
