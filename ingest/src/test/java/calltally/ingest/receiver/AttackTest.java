package calltally.ingest.receiver;

import static calltally.ingest.receiver.RunningReceiver.FORM;
import static calltally.ingest.receiver.RunningReceiver.JSON;
import static calltally.ingest.receiver.RunningReceiver.NOTIFY;
import static calltally.ingest.receiver.RunningReceiver.STORED;
import static calltally.ingest.testing.IngestDatabase.TOKEN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Attacks from strangers, and their lack of effect. */
final class AttackTest {

  private static final int SLOW = 1000;
  private static final String HEAD = "POST " + NOTIFY + " HTTP/1.1\r\nHost: a\r\n";

  private final RunningReceiver server = new RunningReceiver();
  private final List<Socket> slow = new ArrayList<>();

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : slow) {
      socket.close();
    }
    server.close();
  }

  @Test
  void a_thousand_slow_connections_block_nobody_and_are_closed() throws Exception {
    for (int number = 0; number < SLOW; number++) {
      connect(number % 2 == 0 ? HEAD + "X: " : HEAD + "Content-Length: 100\r\n\r\nevent=");
    }

    for (int number = 0; number < 50; number++) {
      assertThat(server.post(FORM, "event=test&number=" + number).body()).isEqualTo(STORED);
    }

    assertThat(slow.get(0).getInputStream().readAllBytes()).isEmpty();
    assertThat(answer(slow.get(1))).startsWith("HTTP/1.1 408");
  }

  @Test
  void malformed_requests_are_kept_and_harm_nobody() throws Exception {
    List<String> bodies =
        List.of(
            "{",
            "[]",
            "{\"event\":\"test\"}{}",
            "{\"event\":\"te\\u0000st\"}",
            "{\"event\":\"te\\ud800st\"}",
            "{\"event\":\"test\",\"a\":" + "[".repeat(30) + "]".repeat(30) + "}",
            "{\"event\":\"test\",\"a\":" + "{\"a\":".repeat(100_000),
            "{\"event\":\"test\",\"a\":1" + "0".repeat(200) + "}",
            "{\"event\":\"test\",\"" + "a".repeat(201) + "\":1}",
            "{\""
                + IntStream.range(0, 101)
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining("\":1,\""))
                + "\":1}",
            "{\"event\":\"" + "e".repeat(201) + "\"}",
            "{\"event\":null}");
    for (String body : bodies) {
      assertThat(server.post(JSON, body).statusCode())
          .as(body.substring(0, Math.min(40, body.length())))
          .isEqualTo(422);
    }
    assertThat(server.post(FORM, "event=te%00st").statusCode()).isEqualTo(422);
    assertThat(
            server
                .post(
                    FORM,
                    IntStream.range(0, 101)
                        .mapToObj(n -> n + "=1")
                        .collect(Collectors.joining("&")))
                .statusCode())
        .isEqualTo(422);
    assertThat(server.post("multipart/form-data", "event=test").statusCode()).isEqualTo(422);
    assertThat(server.post(FORM + "; charset=none", "event=test").statusCode()).isEqualTo(422);

    assertThat(server.database().count("journal.rejected")).isEqualTo(bodies.size() + 4L);
    assertThat(server.post(FORM, "event=test").body()).isEqualTo(STORED);
  }

  @Test
  void a_url_of_eight_kibibytes_is_accepted_and_a_longer_one_is_not() throws Exception {
    String start = NOTIFY + "?event=test&message=";

    assertThat(server.get(start + "x".repeat(8192 - start.length())).body()).isEqualTo(STORED);

    assertThat(server.get(start + "x".repeat(8300 - start.length())).statusCode()).isEqualTo(414);
    assertThat(server.database().count("journal.notification")).isEqualTo(1);
  }

  @Test
  void bytes_that_are_no_http_are_no_request() throws Exception {
    for (String request :
        List.of(
            "\0\0\0\0\r\n\r\n",
            "GET\r\n\r\n",
            HEAD + "Content-Length: x\r\n\r\n",
            HEAD + "Content-Length: -1\r\n\r\n",
            HEAD + "Content-Length: 10\r\nContent-Length: 11\r\n\r\nevent=test",
            HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\nevent=test\r\n0\r\n\r\n",
            HEAD + "X: " + "x".repeat(20_000) + "\r\nContent-Length: 10\r\n\r\nevent=test")) {
      assertThat(exchange(request))
          .as(request.substring(0, Math.min(60, request.length())))
          .doesNotContain("HTTP/1.1 200");
    }
    assertThat(server.database().count("journal.notification")).isZero();
    assertThat(server.post(FORM, "event=test").body()).isEqualTo(STORED);
  }

  @Test
  void no_second_request_hides_in_the_first() throws Exception {
    String hidden = "GET " + NOTIFY + "?event=hidden HTTP/1.1\r\nHost: a\r\n\r\n";
    String chunked = HEAD + "Transfer-Encoding: chunked\r\n\r\n";
    for (String request :
        List.of(
            chunked + "10000000a\r\nevent=test\r\n0\r\n\r\n" + hidden,
            chunked + "10000000000000000a\r\nevent=test\r\n0\r\n\r\n" + hidden,
            chunked + "a;x=\"\r\nevent=test\r\n0\r\n\r\n" + hidden,
            chunked + "a;x\nevent=test\r\n0\r\n\r\n" + hidden,
            chunked + "a;\rx\r\nevent=test\r\n0\r\n\r\n" + hidden,
            HEAD + "Transfer-Encoding: chunked, xchunked\r\n\r\n0\r\n\r\n" + hidden,
            HEAD + "Transfer-Encoding: xchunked\r\n\r\n" + hidden,
            HEAD + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + hidden,
            "\0" + hidden,
            "\1\2\3" + hidden,
            "\t\u000b\u001f" + hidden)) {
      assertThat(exchange(request)).as(request).doesNotContain("HTTP/1.1 200");
    }
    assertThat(server.database().count("journal.notification")).isZero();
    assertThat(server.post(FORM, "event=test").body()).isEqualTo(STORED);
  }

  @Test
  void other_methods_have_no_effect() throws Exception {
    for (String method : List.of("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "HEAD", "FOO")) {
      HttpRequest request =
          HttpRequest.newBuilder(server.uri(NOTIFY + "?event=test"))
              .method(method, BodyPublishers.noBody())
              .build();
      assertThat(server.client().send(request, BodyHandlers.ofString()).statusCode())
          .as(method)
          .isEqualTo(405);
    }
    assertThat(server.database().count("journal.notification")).isZero();
  }

  @Test
  void no_answer_names_its_program_or_admits_other_sites() throws Exception {
    for (String path : List.of(NOTIFY + "?event=test", NOTIFY + "?event=", "/unknown", "/health")) {
      HttpRequest request =
          HttpRequest.newBuilder(server.uri(path))
              .header("Origin", "https://elsewhere.example")
              .build();
      assertThat(server.client().send(request, BodyHandlers.ofString()).headers().map().keySet())
          .as(path)
          .extracting(name -> name.toLowerCase(Locale.ROOT))
          .doesNotContain("server", "x-powered-by", "access-control-allow-origin");
    }
  }

  @Test
  void a_stranger_cannot_write_a_log_line() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    Logger own = (Logger) LoggerFactory.getLogger("calltally");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    own.setLevel(Level.DEBUG);
    try {
      server.database().refuseEvent("unwanted\r\nroot: %{jndi:x}");
      server.post(FORM, "event=unwanted%0D%0Aroot:%20%25{jndi:x}&caller=%2B375291112233");
      server.get("/notify/x%0D%0Aroot:%20?event=test%0D%0Aroot:");
      server.get(NOTIFY + "%0D%0Aroot:?event=test");
      server.raw().exchange("GET /notify/%zz HTTP/1.1\r\nHost: root:\r\nConnection: close\r\n\r\n");
      server.post(FORM + "; charset=\"root:\"", "event=root:&time=root:&pbx_id=root:");
      server.database().goAway();
      server.post(FORM, "event=test&caller=%2B375291112233&message=%0D%0Aroot:");
    } finally {
      own.setLevel(null);
      root.detachAppender(log);
    }

    assertThat(log.list)
        .noneMatch(event -> event.getFormattedMessage().contains("root:"))
        .noneMatch(event -> event.getFormattedMessage().contains("375291112233"))
        .noneMatch(event -> event.getFormattedMessage().contains(TOKEN));
  }

  private void connect(String beginning) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.receiver().port());
    slow.add(socket);
    socket.setSoTimeout(60_000);
    socket.getOutputStream().write(beginning.getBytes(ISO_8859_1));
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }

  /**
   * Everything received until the server closes, or until we close after the headers of an answer.
   */
  private String exchange(String request) throws IOException {
    try {
      return server.raw().exchange(request);
    } catch (IOException e) {
      return "";
    }
  }
}
