package calltally.ingest.receiver;

import static calltally.ingest.receiver.RunningReceiver.FORM;
import static calltally.ingest.receiver.RunningReceiver.NOTIFY;
import static calltally.ingest.receiver.RunningReceiver.STORED;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LimitsTest {

  private final RunningReceiver server = new RunningReceiver();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_body_of_one_mebibyte_is_stored() throws Exception {
    String start = "event=test&message=";

    HttpResponse<String> response =
        server.post(FORM, start + "x".repeat((1 << 20) - start.length()));

    assertThat(response.body()).isEqualTo(STORED);
  }

  @Test
  void a_body_over_one_mebibyte_is_refused_and_its_beginning_kept() throws Exception {
    String start = "event=test&message=";

    HttpResponse<String> response =
        server.post(FORM, start + "x".repeat((1 << 20) + 1 - start.length()));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(
            server
                .database()
                .row(
                    "select octet_length(body), left(convert_from(body, 'UTF8'), 10) from journal.rejected"))
        .containsExactly("65536", "event=test");
    assertThat(server.get(NOTIFY + "?event=test").statusCode()).isEqualTo(200);
  }

  @Test
  void a_compressed_body_is_refused_and_kept() throws Exception {
    assertThat(server.post(FORM, "event=test", "Content-Encoding", "gzip").statusCode())
        .isEqualTo(415);
    assertThat(server.post(FORM, "event=test", "Content-Encoding", "identity").statusCode())
        .isEqualTo(200);

    assertThat(server.database().row("select convert_from(body, 'UTF8') from journal.rejected"))
        .containsExactly("event=test");
  }

  @Test
  void a_body_that_does_not_arrive_is_refused_in_time() throws Exception {
    String response =
        server
            .raw()
            .exchange(
                "POST "
                    + NOTIFY
                    + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 99\r\n\r\nevent=test");

    assertThat(response).startsWith("HTTP/1.1 408");
    assertThat(server.database().row("select convert_from(body, 'UTF8') from journal.rejected"))
        .containsExactly("event=test");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OPTIONS *",
        "GET *",
        "CONNECT a:443",
        "GET /notify/%",
        "GET /notify/../health",
        "GET /notify/%2e%2E/health",
        "GET /./health",
        "GET /notify/.."
      })
  void a_malformed_path_is_answered_like_an_unknown_one(String request) throws Exception {
    assertThat(server.raw().exchange(request + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 404")
        .endsWith("{\"error\":\"not found\"}");
  }

  @Test
  void a_connection_survives_a_request_whose_body_is_not_read() throws Exception {
    String unwanted =
        "POST /notify/unknown HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n"
            + "x".repeat(100_000);
    String wanted =
        "POST "
            + NOTIFY
            + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 10\r\n\r\nevent=test";

    assertThat(server.raw().exchange(unwanted + wanted))
        .startsWith("HTTP/1.1 404")
        .endsWith(STORED);
  }
}
