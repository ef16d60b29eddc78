package calltally.app.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calltally.web.user.PasswordHash;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page behind the real servers that docs/web.md describes. */
@Tag("systems")
final class WebProxyTest {

  private static final String PASSWORD = "correct horse battery";
  private static final String OFFICE = "127.0.0.1";
  private static final String ATTACKER = "127.0.0.66";
  private static final int TRIES = 20;
  private static final Duration START = Duration.ofMinutes(1);
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  @TempDir private Path folder;

  private final List<AutoCloseable> opened = new ArrayList<>();

  private WebProxy start(String server) throws Exception {
    int page = freePort();
    RunningService service = new RunningService(folder, configuration(page));
    opened.add(service::close);
    int port = freePort();
    WebProxy proxy =
        switch (server) {
          case "nginx" -> WebProxy.nginx(folder, port, page);
          case "composed nginx" -> WebProxy.composed(folder, port, service.port(), page);
          default -> WebProxy.caddy(folder, port, page);
        };
    opened.add(0, proxy);
    await()
        .atMost(START)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> status(proxy.get(OFFICE, "/login")) == 200);
    return proxy;
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String configuration(int page) {
    return """
    web: {port: %d, url: "https://calls.example.com", trusted_proxies: [127.0.0.1]}
    users: [{name: boss, password_hash: "%s", role: all, lang: en}]\
    """
        .formatted(page, PasswordHash.of(PASSWORD).text());
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nginx", "composed nginx", "caddy"})
  void pages_and_files_are_served_over_https_to_those_who_log_in(String server) throws Exception {
    WebProxy proxy = start(server);

    String login = logIn(proxy, OFFICE, "boss", PASSWORD);

    assertThat(status(login)).as(login).isEqualTo(303);
    assertThat(login)
        .containsPattern("(?i)set-cookie: __Host-calltally=[^;]+; Path=/; .*Secure")
        .containsPattern("(?i)location: /today");
    String today = proxy.get(OFFICE, "/today");
    assertThat(status(today)).isEqualTo(200);
    assertThat(today)
        .contains("Waiting for a call-back")
        .containsPattern("(?i)content-security-policy: default-src 'none'");
    String file = proxy.get(OFFICE, "/csv/summary");
    assertThat(status(file)).isEqualTo(200);
    assertThat(file)
        .containsPattern("(?i)content-type: text/csv")
        .containsPattern("(?i)content-disposition: attachment");
    assertThat(status(proxy.get(OFFICE, "/status"))).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nginx", "composed nginx", "caddy"})
  void another_host_name_leads_nowhere_else(String server) throws Exception {
    WebProxy proxy = start(server);

    String answer = proxy.get(OFFICE, "/today", "-H", "Host: evil.example.com");

    assertThat(answer).doesNotContain("evil.example.com", "Set-Cookie", "set-cookie");
    assertThat(status(answer)).isIn(200, 303, 421);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nginx", "composed nginx", "caddy"})
  void failed_logins_are_counted_by_the_address_of_the_browser(String server) throws Exception {
    WebProxy proxy = start(server);

    for (int wrong = 1; wrong <= TRIES; wrong++) {
      assertThat(status(logIn(proxy, ATTACKER, "user" + wrong, "guess")))
          .as("try %d", wrong)
          .isEqualTo(403);
    }

    assertThat(status(logIn(proxy, ATTACKER, "boss", PASSWORD))).isEqualTo(429);
    assertThat(status(logIn(proxy, OFFICE, "boss", PASSWORD))).isEqualTo(303);
    assertThat(Files.readString(folder.resolve("serve.log"))).contains(ATTACKER);
  }

  /** With a forged address, which must not help. */
  private static String logIn(WebProxy proxy, String client, String name, String password)
      throws Exception {
    Matcher token = TOKEN.matcher(proxy.get(client, "/login"));
    assertThat(token.find()).isTrue();
    String form =
        "name=%s&password=%s&token=%s"
            .formatted(name, URLEncoder.encode(password, UTF_8), token.group(1));
    return proxy.get(
        client, "/login", "--data", form, "-H", "X-Forwarded-For: 198.51.100." + name.length());
  }

  @Test
  void the_proxy_of_the_containers_passes_notifications_too() throws Exception {
    WebProxy proxy = start("composed nginx");

    String answer =
        proxy.get(OFFICE, "/notify/" + RunningService.TOKEN + "?event=test", "-X", "POST");

    assertThat(answer).contains("{\"status\":\"stored\"}");
    assertThat(Files.readString(folder.resolve("proxy.log"))).doesNotContain(RunningService.TOKEN);
  }

  private static int status(String answer) {
    Matcher status = Pattern.compile("^HTTP/[\\d.]+ (\\d{3})").matcher(answer);
    return status.find() ? Integer.parseInt(status.group(1)) : 0;
  }
}
