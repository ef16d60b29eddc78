package calltally.ingest.receiver;

import static calltally.ingest.receiver.RunningReceiver.NOTIFY;
import static calltally.ingest.testing.IngestDatabase.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import calltally.ingest.spool.SpoolSettings;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

final class ReceiverTest {

  private final RunningReceiver server = new RunningReceiver();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void an_unknown_token_is_answered_like_an_unknown_path() throws Exception {
    HttpResponse<String> token = server.get("/notify/unknown?event=test");
    HttpResponse<String> path = server.get("/somewhere/else");
    HttpResponse<String> deeper = server.get(NOTIFY + "/deeper");
    HttpResponse<String> none = server.get("/notify/");

    assertThat(token.statusCode()).isEqualTo(404);
    assertThat(token.body()).isEqualTo("{\"error\":\"not found\"}");
    for (HttpResponse<String> other : List.of(path, deeper, none)) {
      assertThat(other.statusCode()).isEqualTo(404);
      assertThat(other.body()).isEqualTo(token.body());
      assertThat(other.headers()).isEqualTo(token.headers());
    }
    assertThat(server.database().count("journal.rejected")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/notify/%s/",
        "/notify/%s//",
        "/notify//%s",
        "//notify/%s",
        "/notify/%s%%20",
        "/notify/%s%%20/",
        "/notify/%s%%0D%%0A",
        "/notify/%%20%s"
      })
  void slashes_and_blanks_around_a_token_are_ignored(String path) throws Exception {
    String target = path.formatted(TOKEN);
    String head = " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";

    assertThat(server.raw().exchange("GET " + target + "?event=test" + head + "\r\n"))
        .endsWith(RunningReceiver.STORED);
    assertThat(
            server
                .raw()
                .exchange("POST " + target + head + "Content-Length: 11\r\n\r\nevent=test2"))
        .endsWith(RunningReceiver.STORED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"event=test;time=2026-11-20T06:00:00Z", "event=incoming_call_end;pbx_id=1"})
  void a_form_cut_by_semicolons_is_rejected(String form) throws Exception {
    HttpResponse<String> response = server.post(RunningReceiver.FORM, form);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).endsWith("\"field\":\"event\"}");
    assertThat(server.database().count("journal.rejected")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/notify/unknown"})
  void head_has_the_headers_of_get_and_no_body(String path) throws Exception {
    String rest = " " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    String head = server.raw().exchange("HEAD" + rest);
    String get = server.raw().exchange("GET" + rest);

    assertThat(head).contains("\r\ncontent-length: ").endsWith("\r\n\r\n");
    assertThat(head.lines().toList())
        .containsExactlyInAnyOrderElementsOf(
            get.substring(0, get.indexOf("\r\n\r\n") + 4).lines().toList());
  }

  @Test
  void a_new_token_is_accepted_within_seconds() throws Exception {
    server.database().addToken("second-token");

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> server.get("/notify/second-token?event=test").statusCode() == 200);
  }

  @Test
  void no_log_reveals_a_token() throws Exception {
    List<ILoggingEvent> log =
        loggedDuring(
            () -> {
              for (String rest :
                  List.of("?%", "/%", "/%zz?%zz", "/../x", "?event=%00", "?" + "x".repeat(9000))) {
                server
                    .raw()
                    .exchange(
                        "GET "
                            + NOTIFY
                            + rest
                            + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
              }
              server.database().goAway();
              return server.get(NOTIFY + "?event=test");
            });

    assertThat(log).isNotEmpty().noneMatch(event -> text(event).contains(TOKEN));
  }

  @Test
  void a_port_in_use_is_reported(@TempDir Path folder) {
    ReceiverSettings same =
        new ReceiverSettings(
            "127.0.0.1",
            server.receiver().port(),
            2000,
            List.of(),
            List.of(),
            new SpoolSettings(folder, 1 << 20),
            List.of());

    assertThatThrownBy(() -> Receiver.start(same, server.database().ingest(), server.clock()))
        .isInstanceOf(ReceiverNotStarted.class)
        .hasMessage(
            "cannot start the receiver: its address must be free, and this machine's (was"
                + " 127.0.0.1:"
                + server.receiver().port()
                + "); stop the program that uses it, or set http.host and http.port");
  }

  @Test
  void a_closed_receiver_stops_listening_and_logs_no_error() throws Exception {
    List<ILoggingEvent> log =
        loggedDuring(
            () -> {
              server.receiver().close();
              return server;
            });

    assertThat(log).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    assertThatThrownBy(() -> server.raw().exchange("GET /health HTTP/1.1\r\n\r\n"))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void the_role_of_the_intake_may_not_read_the_journal() {
    assertThatThrownBy(() -> server.database().asIngest("select from journal.notification"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> server.database().asIngest("insert into config.source default values"))
        .hasMessageContaining("permission denied");
  }

  private static List<ILoggingEvent> loggedDuring(Callable<?> action) throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    try {
      Object unused = action.call();
    } finally {
      root.detachAppender(log);
    }
    return log.list;
  }

  private static String text(ILoggingEvent event) {
    return event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
  }
}
