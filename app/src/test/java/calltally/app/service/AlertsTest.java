package calltally.app.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calltally.app.testing.TestConsole;
import calltally.sql.DatabaseAddress;
import calltally.sql.embedded.EmbeddedCluster;
import calltally.web.user.PasswordHash;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** A real Prometheus looks at a real service: each alert fires when its fault is caused. */
@Tag("systems")
final class AlertsTest {

  private static final Path DASHBOARD = Path.of("../docs/grafana/operators.json");
  private static final String PASSWORD = "correct horse battery";
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final Duration SOON = Duration.ofMinutes(4);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int LARGE = 900 << 10;
  private static final String CALL =
      "event=incoming_call_end&time=%s&pbx_id=%s&caller=%%2B375291112233"
          + "&receiver=%%2B375290000001&status=noanswer";

  @TempDir private Path folder;

  private final Set<String> caused = new TreeSet<>();
  private final HttpClient http = browser();
  private final HttpClient stranger = browser();
  private int page;
  private int mail;
  private RunningService service;
  private WebProxy proxy;
  private Prometheus prometheus;

  @BeforeEach
  void start() throws Exception {
    page = Prometheus.freePort();
    mail = Prometheus.freePort();
    int door = Prometheus.freePort();
    service = new RunningService(folder, configuration());
    proxy = WebProxy.receiver(folder, door, service.port());
    prometheus = new Prometheus(folder, service.port(), door);
  }

  /** With a report that is due in two minutes. */
  private String configuration() {
    String due =
        LocalTime.now(ZoneId.of("Europe/Minsk"))
            .plusMinutes(2)
            .format(DateTimeFormatter.ofPattern("HH:mm"));
    return """
    web: {port: %d}
    users: [{name: boss, password_hash: "%s", role: all, lang: en}]
    mail: {host: 127.0.0.1, port: %d, tls: none, from: reports@example.com}
    subscriptions:
      - {report: daily, at: "daily %s", to: [a@example.com, b@example.com, c@example.com]}\
    """
        .formatted(page, PasswordHash.of(PASSWORD).text(), mail, due);
  }

  @AfterEach
  void stop() throws Exception {
    prometheus.close();
    proxy.close();
    service.close();
  }

  @Test
  void each_alert_is_caused_by_its_fault_and_each_query_of_the_dashboard_has_an_answer()
      throws Exception {
    expiringCertificate();
    quietFeedWhoseFiguresAreHeldBack();
    requestThatIsNoNotification();
    slowDatabase();
    callThatCannotBeDerived();
    callerWhomNobodyTakesOver();
    refreshWithoutItsRights();
    passwordsTried();
    mailServerThatIsDeadAndThenRefusesAll();
    everyQueryHasAnAnswer();
    stoppedDatabase();
    stoppedProxy();
    killedService();

    assertThat(caused).isEqualTo(Prometheus.defined());
  }

  private void expiringCertificate() {
    assertFires("CalltallyCertificateExpires");
  }

  private void quietFeedWhoseFiguresAreHeldBack() throws Exception {
    Instant now = Instant.now();
    Path old = folder.resolve("old.jsonl");
    Files.writeString(
        old,
        """
        {"received_at":"%s","method":"POST","digest":"%s",\
        "fields":{"event":"incoming_call_end","time":"%s","pbx_id":"old",\
        "caller":"+375291112233","receiver":"+375290000001","status":"noanswer"}}
        """
            .formatted(
                now.minus(Duration.ofHours(3)), "0f".repeat(32), now.minus(Duration.ofDays(1))));
    try (Connection holder = superuser()) {
      holder.setAutoCommit(false);
      holder.createStatement().execute("select pg_current_xact_id()");
      TestConsole console = new TestConsole(folder);
      assertThat(console.run("import", old.toString())).as(console.err()).isZero();
      assertFires("CalltallyFeedQuiet");
      assertFires("CalltallyHorizonHeld");
      assertFires("CalltallyFiguresBehind");
      holder.rollback();
    }
    assertEnds("CalltallyHorizonHeld");
    assertEnds("CalltallyFiguresBehind");
  }

  private void requestThatIsNoNotification() throws Exception {
    awaitAnswer("time=never", 422);
    assertFires("CalltallyNotificationsRejected");
  }

  private void slowDatabase() throws Exception {
    service.signalPostgres("STOP");
    CompletableFuture<HttpResponse<Void>> answer = postLater(call("slow"));
    // Longer than the alert permits, shorter than a notification waits before it goes into the
    // spool.
    await().pollDelay(Duration.ofMillis(700)).until(() -> true);
    service.signalPostgres("CONT");
    assertThat(answer.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
    assertFires("CalltallyDatabaseSlow");
  }

  private void callThatCannotBeDerived() throws Exception {
    try (Connection owner = superuser()) {
      owner
          .createStatement()
          .execute("alter table calls.call add check (pbx_id <> 'poison') not valid");
    }
    awaitAnswer(call("poison"), 200);
    assertFires("CalltallyCallsSetAside");
  }

  /** Half an hour ago, as to a CRM that another service serves. */
  private void callerWhomNobodyTakesOver() throws Exception {
    try (Connection owner = superuser()) {
      owner
          .createStatement()
          .execute(
              """
              with caller as (
                  insert into ledger.waiting_caller
                      (source_id, customer_key, pbx_id, missed_at, details)
                  select source_id, 1, 'call', now() - interval '30 minutes', '{}'
                  from config.source
                  returning source_id, caller_id, missed_at
              )
              insert into ledger.caller_task
                  (source_id, caller_id, receiver, details, due_at, recorded_at, changed_at,
                   next_attempt_at)
              select source_id, caller_id, 'b24', '{}', missed_at, missed_at, missed_at, missed_at
              from caller
              """);
    }
    assertFires("CalltallyHandoverLate");
  }

  private void refreshWithoutItsRights() throws Exception {
    String function = "execute on function calls.take_new_notifications";
    try (Connection owner = superuser()) {
      owner.createStatement().execute("revoke " + function + " from calltally_refresh");
      assertFires("CalltallyTaskFailing");
      owner.createStatement().execute("grant " + function + " to calltally_refresh");
    }
  }

  /** After the reader has logged in, whom the limit of tries would keep out. */
  private void passwordsTried() throws Exception {
    assertThat(logIn(http, PASSWORD)).isEqualTo(303);
    for (int wrong = 0; wrong < 60; wrong++) {
      assertThat(logIn(stranger, "wrong")).isIn(403, 429);
    }
    assertFires("CalltallyPagePasswordsTried");
  }

  private void mailServerThatIsDeadAndThenRefusesAll() {
    assertFires("CalltallyMailServerPaused");
    SMTPServer refusing =
        SMTPServer.port(mail)
            .bindAddress(InetAddress.getLoopbackAddress())
            .simpleMessageListener(new RefusingListener())
            .build();
    refusing.start();
    try {
      assertFires("CalltallyDeliveriesFailed");
    } finally {
      refusing.stop();
    }
  }

  private void everyQueryHasAnAnswer() throws Exception {
    List<String> queries = queries();
    assertThat(queries).hasSizeGreaterThan(15);
    for (String query : queries) {
      String asked =
          query
              .replace("$__rate_interval", "1m")
              .replace("$__range", "15m")
              .replace("$instance", ".*");
      assertThat(asked).doesNotContain("$");
      assertThat(prometheus.query(asked))
          .as(asked)
          .contains("\"status\":\"success\"")
          .doesNotContain("\"result\":[]");
    }
  }

  /** Fills the spool, until the source has as much of it as it may. */
  private void stoppedDatabase() throws Exception {
    service.signalPostgres("STOP");
    List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
    for (int sent = 0; sent < 72; sent++) {
      answers.add(postLater(call("large" + sent) + "&note=" + "x".repeat(LARGE)));
      if (sent % 8 == 7) {
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);
      }
    }
    assertFires("CalltallySpooling");
    assertFires("CalltallySpoolWaiting");
    assertFires("CalltallySpoolFilling");
    assertFires("CalltallyNotificationsLost");
    await()
        .atMost(SOON)
        .until(() -> get(http, "/today").statusCode() >= 500 && fires("CalltallyPageFailing"));
    assertFires("CalltallyPageFailing");
    service.signalPostgres("CONT");
    assertEnds("CalltallySpoolWaiting");
  }

  private void stoppedProxy() {
    proxy.close();
    assertFires("CalltallyProxyDown");
  }

  private void killedService() throws Exception {
    service.kill();
    assertFires("CalltallyDown");
  }

  private void assertFires(String alert) {
    await().atMost(SOON).pollInterval(POLL).alias(alert).until(() -> fires(alert));
    caused.add(alert);
  }

  private void assertEnds(String alert) {
    await().atMost(SOON).pollInterval(POLL).alias(alert).until(() -> !fires(alert));
  }

  private boolean fires(String alert) throws Exception {
    return prometheus.firing().contains(alert);
  }

  private Connection superuser() throws Exception {
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.resolve("data"))) {
      DatabaseAddress address = cluster.address();
      return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
  }

  private static String call(String pbxId) {
    return CALL.formatted(Instant.now(), pbxId);
  }

  /** Repeats a request, as an exchange does, while the machine is too slow to store it in time. */
  private void awaitAnswer(String form, int status) {
    await()
        .atMost(SOON)
        .until(() -> postLater(form).get(1, TimeUnit.MINUTES).statusCode() == status);
  }

  private CompletableFuture<HttpResponse<Void>> postLater(String form) {
    URI address =
        URI.create("http://127.0.0.1:%d/notify/%s".formatted(service.port(), RunningService.TOKEN));
    return http.sendAsync(form(address, form), BodyHandlers.discarding());
  }

  private static HttpClient browser() {
    return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  }

  private int logIn(HttpClient browser, String password) throws Exception {
    Matcher token = TOKEN.matcher(get(browser, "/login").body());
    assertThat(token.find()).isTrue();
    String form =
        "name=boss&password=%s&token=%s"
            .formatted(URLEncoder.encode(password, UTF_8), token.group(1));
    return browser.send(form(uri("/login"), form), BodyHandlers.discarding()).statusCode();
  }

  private HttpResponse<String> get(HttpClient browser, String path) throws Exception {
    return browser.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + page + path);
  }

  private static HttpRequest form(URI address, String form) {
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form))
        .build();
  }

  private static List<String> queries() throws IOException {
    List<String> queries = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(DASHBOARD.toFile())) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME && json.currentName().equals("expr")) {
          queries.add(json.nextTextValue());
        }
      }
    }
    return queries;
  }

  /** Knows nobody. */
  private static final class RefusingListener implements SimpleMessageListener {

    @Override
    public boolean accept(String from, String recipient) {
      return false;
    }

    @Override
    public void deliver(String from, String recipient, InputStream data) {
      throw new IllegalStateException("nobody was accepted");
    }
  }
}
