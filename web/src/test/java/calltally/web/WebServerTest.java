package calltally.web;

import static calltally.web.History.SALES;
import static calltally.web.Site.boss;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.web.user.Users;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the same for all pages: headers, limits, unknown paths. */
final class WebServerTest {

  private final Site site = new Site();

  @AfterEach
  void close() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/today", "/today/live", "/page.css", "/unknown"})
  void every_answer_forbids_what_the_page_does_not_need(String path) throws Exception {
    HttpResponse<String> answer =
        site.open(boss()).browser().with("Origin", "https://elsewhere.example").get(path);

    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValue(
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
                + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'none'");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(answer.headers().firstValue("Strict-Transport-Security"))
        .hasValue("max-age=31536000");
    assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
    assertThat(answer.headers().firstValue("Cache-Control"))
        .hasValue(path.equals("/page.css") ? "no-cache" : "no-store");
    assertThat(answer.headers().map().keySet())
        .extracting(name -> name.toLowerCase(Locale.ROOT))
        .doesNotContain("server", "x-powered-by", "access-control-allow-origin");
    assertThat(answer.body().isEmpty() ? "nothing, in utf-8" : contentType(answer))
        .contains("utf-8");
  }

  private static String contentType(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
  }

  @Test
  void style_and_script_are_sent_once_and_store_nothing() throws Exception {
    Browser browser = site.open(boss()).browser();
    HttpResponse<String> first = browser.get("/page.js");

    String tag = first.headers().firstValue("ETag").orElseThrow();

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).doesNotContain("Storage", "indexedDB", "cookie", "eval(");
    assertThat(browser.get("/page.js", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void a_browser_fetches_at_most_20_KB_for_a_usual_day() throws Exception {
    for (int caller = 0; caller < 20; caller++) {
      site.history()
          .missed("2026-11-20T10:%02d".formatted(caller), "+37529111%04d".formatted(caller), SALES);
    }
    site.history().refreshed();
    Browser browser = site.open(boss()).browser(boss());

    int length = 0;
    for (String path : List.of("/today", "/page.css", "/page.js", "/icon.svg")) {
      length += packed(browser.get(path).body());
    }

    assertThat(length).isLessThanOrEqualTo(20_000);
  }

  private static int packed(String text) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(file)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return file.size();
  }

  @Test
  void unknown_paths_are_not_found_and_wrong_methods_refused() throws Exception {
    site.open(boss());

    assertThat(site.browser().get("/etc/passwd").statusCode()).isEqualTo(404);
    assertThat(site.browser().get("/today/").statusCode()).isEqualTo(404);
    assertThat(site.send("POST", "/today", null, "").statusCode()).isEqualTo(405);
    assertThat(site.send("DELETE", "/today", null, "").statusCode()).isEqualTo(405);
    assertThat(site.send("HEAD", "/login", null, "").statusCode()).isEqualTo(200);
  }

  @Test
  void a_form_longer_than_4_KiB_and_one_that_is_not_encoded_are_refused() throws Exception {
    site.open(boss());

    assertThat(site.send("POST", "/login", null, "name=" + "x".repeat(5000)).statusCode())
        .isEqualTo(413);
    assertThat(site.send("POST", "/login", null, "name=%zz").statusCode()).isEqualTo(400);
    assertThat(site.browser().get("/today?line=%00").statusCode()).isEqualTo(400);
  }

  @Test
  void a_session_makes_at_most_20_requests_at_once() throws Exception {
    Browser browser = site.open(boss()).browser(boss());

    List<Integer> answers = IntStream.range(0, 22).mapToObj(request -> status(browser)).toList();

    assertThat(answers).startsWith(200).endsWith(429);
    assertThat(answers.stream().filter(status -> status == 200)).hasSize(20);
    site.at("2026-11-20T14:32:01");
    assertThat(browser.get("/today/live").statusCode()).isEqualTo(200);
  }

  private static int status(Browser browser) {
    try {
      return browser.get("/today/live").statusCode();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_port_in_use_is_named() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      WebSettings settings =
          Site.settings("127.0.0.1", taken.getLocalPort(), new Users(List.of(boss())));

      assertThatThrownBy(
              () ->
                  WebServer.start(
                      settings, site.history().pool(), site.history().pool(), () -> Instant.EPOCH))
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "example.invalid"})
  void without_a_trusted_proxy_the_page_listens_on_this_machine_only(String host) {
    WebSettings settings = Site.settings(host, 0, new Users(List.of(boss())));

    assertThatThrownBy(
            () ->
                WebServer.start(
                    settings, site.history().pool(), site.history().pool(), () -> Instant.EPOCH))
        .hasMessageContaining("web.trusted_proxies");
  }
}
