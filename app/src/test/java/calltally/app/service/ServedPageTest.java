package calltally.app.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calltally.web.WebServer;
import calltally.web.today.TodayRoutes;
import calltally.web.user.PasswordHash;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a running service, from a notification over HTTP to a browser. */
final class ServedPageTest {

  private static final String PASSWORD = "correct horse battery";
  private static final Duration SOON = Duration.ofMinutes(3);

  /** Requests for each minute are limited. */
  private static final Duration POLL = Duration.ofMillis(700);

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  private static final Pattern EVERY = Pattern.compile("EVERY = (\\d+)");

  @TempDir private Path folder;

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private int port;

  @Test
  void a_call_gets_to_the_page_and_a_removed_user_is_logged_out() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    RunningService service = new RunningService(folder, page("boss"));
    try {
      await().pollInterval(POLL).atMost(SOON).until(() -> logIn("a wrong one") == 403);
      assertThat(logIn(PASSWORD)).isEqualTo(303);
      missedCall(service.port());
      await()
          .pollInterval(POLL)
          .atMost(SOON)
          .until(() -> get("/today").body().contains("+375 29 111-22-33"));
      assertThat(get("/status").statusCode()).isEqualTo(200);
      assertThat(metrics(service.port()))
          .contains(
              "calltally_page_requests_total{route=\"/status\",status=\"200\"} 1.0\n",
              "calltally_page_requests_total{route=\"/login\",status=\"303\"} 1.0\n",
              "calltally_page_seconds_count{route=\"/status\"} 1\n",
              "calltally_page_figures_total{origin=\"database\"}",
              "calltally_page_refused_logins_total{reason=\"password\"} 1.0\n",
              "calltally_page_sessions 1.0\n");

      Path file = folder.resolve("calltally.yaml");
      Files.writeString(file, Files.readString(file).replace("name: boss", "name: another"));
      service.reload();
      await().pollInterval(POLL).atMost(SOON).until(() -> get("/today").statusCode() == 303);
    } finally {
      service.close();
    }
  }

  @Test
  void a_call_that_ends_waits_less_than_30_seconds_for_refresh_cache_and_script() throws Exception {
    Matcher every;
    try (InputStream script = WebServer.class.getResourceAsStream("page.js")) {
      every = EVERY.matcher(new String(Objects.requireNonNull(script).readAllBytes(), UTF_8));
    }
    assertThat(every.find()).isTrue();
    Duration poll = Duration.ofMillis(Long.parseLong(every.group(1)));

    // The rest is for the refresh and the answer themselves.
    assertThat(RefreshLoops.PAUSE.plus(TodayRoutes.LONGEST_KEPT).plus(poll))
        .isLessThanOrEqualTo(Duration.ofSeconds(28));
  }

  private String page(String user) {
    return """
    web: {port: %d}
    users: [{name: %s, password_hash: "%s", role: all, lang: en}]\
    """
        .formatted(port, user, PasswordHash.of(PASSWORD).text());
  }

  private int logIn(String password) throws Exception {
    Matcher token = TOKEN.matcher(get("/login").body());
    if (!token.find()) {
      return 0;
    }
    return post(
            "/login",
            "name=boss&password=%s&token=%s"
                .formatted(URLEncoder.encode(password, UTF_8), token.group(1)))
        .statusCode();
  }

  private void missedCall(int receiver) throws Exception {
    Instant now = Instant.now();
    for (String event : new String[] {"incoming_call_start", "incoming_call_end"}) {
      String form =
          "event=%s&time=%s&pbx_id=1.1&caller=%%2B375291112233&receiver=%%2B375290000001&status=%s"
              .formatted(event, now, event.endsWith("end") ? "noanswer" : "");
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(
                      "http://127.0.0.1:%d/notify/%s".formatted(receiver, RunningService.TOKEN)))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form))
              .build();
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }

  private String metrics(int receiver) throws IOException, InterruptedException {
    URI metrics = URI.create("http://127.0.0.1:%d/metrics".formatted(receiver));
    return client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(form)).build(),
        BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
