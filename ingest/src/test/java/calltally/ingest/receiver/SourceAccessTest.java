package calltally.ingest.receiver;

import static calltally.ingest.receiver.RunningReceiver.NOTIFY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A source that accepts requests only from some networks, behind a proxy on this machine. */
final class SourceAccessTest {

  private final RunningReceiver server =
      new RunningReceiver(
          Network.LOOPBACK,
          List.of(Network.parse("::1")),
          "update config.source set allowed_networks = '{203.0.113.0/24,2001:db8::/32}'");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void an_address_not_allowed_is_answered_like_an_unknown_token() throws Exception {
    HttpResponse<String> unknown = from("203.0.113.7", "/notify/unknown");
    HttpResponse<String> elsewhere = from("198.51.100.1", NOTIFY + "?event=test");

    assertThat(elsewhere.statusCode()).isEqualTo(404);
    assertThat(elsewhere.body()).isEqualTo(unknown.body());
    assertThat(elsewhere.headers()).isEqualTo(unknown.headers());
    assertThat(server.database().count("journal.rejected_day")).isZero();
    assertThat(server.counters().text())
        .contains("calltally_refused_total{reason=\"address\"} 1.0\n");
  }

  @Test
  void a_body_from_an_address_not_allowed_is_not_awaited() throws Exception {
    String head =
        """
        POST %s HTTP/1.1\r
        Host: a\r
        Connection: close\r
        X-Forwarded-For: %s\r
        Expect: 100-continue\r
        Content-Length: 10\r
        \r
        """;

    assertThat(
            server
                .raw()
                .exchangeAfterContinue(head.formatted(NOTIFY, "198.51.100.1"), "event=test"))
        .startsWith("HTTP/1.1 404")
        .endsWith("{\"error\":\"not found\"}");
    assertThat(
            server.raw().exchangeAfterContinue(head.formatted(NOTIFY, "203.0.113.7"), "event=test"))
        .startsWith("HTTP/1.1 100")
        .endsWith(RunningReceiver.STORED);
  }

  @Test
  void an_allowed_address_is_accepted() throws Exception {
    assertThat(from("203.0.113.7", NOTIFY + "?event=test").statusCode()).isEqualTo(200);
    assertThat(from("2001:db8::7", NOTIFY + "?event=test").statusCode()).isEqualTo(200);
  }

  @Test
  void a_forged_forwarded_for_header_gives_no_access() throws Exception {
    assertThat(from("203.0.113.7, 198.51.100.1", NOTIFY + "?event=test").statusCode())
        .isEqualTo(404);
    assertThat(server.get(NOTIFY + "?event=test").statusCode()).isEqualTo(404);
  }

  @Test
  void metrics_look_like_an_unknown_path_to_other_readers() throws Exception {
    HttpResponse<String> metrics = from("203.0.113.7", "/metrics");

    assertThat(metrics.statusCode()).isEqualTo(404);
    assertThat(metrics.body()).isEqualTo(from("203.0.113.7", "/nowhere").body());
    assertThat(from("::1", "/metrics").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> from(String sender, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri(path)).header("X-Forwarded-For", sender).build();
    return server.client().send(request, BodyHandlers.ofString());
  }
}
