package calltally.ingest.receiver;

import static calltally.ingest.receiver.RunningReceiver.FORM;
import static calltally.ingest.receiver.RunningReceiver.JSON;
import static calltally.ingest.receiver.RunningReceiver.NOTIFY;
import static calltally.ingest.receiver.RunningReceiver.STORED;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RequestTest {

  private static final String START =
      "event=incoming_call_start&time=2026-11-20T06:00:00Z&pbx_id=1.1";

  private final RunningReceiver server = new RunningReceiver();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void the_example_flow_is_the_same_call_in_every_encoding() throws Exception {
    for (Map<String, String> fields : ExampleFlow.notifications()) {
      assertThat(server.get(NOTIFY + "?" + ExampleFlow.encoded(fields)).body()).isEqualTo(STORED);
    }
    assertThat(server.database().count("journal.notification")).isEqualTo(6);

    for (Map<String, String> fields : ExampleFlow.notifications()) {
      assertThat(server.post(FORM, ExampleFlow.encoded(fields)).body()).isEqualTo(STORED);
      assertThat(
              server
                  .post(
                      "multipart/form-data; boundary=" + ExampleFlow.BOUNDARY,
                      ExampleFlow.multipart(fields))
                  .body())
          .isEqualTo(STORED);
      assertThat(server.post(JSON, ExampleFlow.json(fields)).body()).isEqualTo(STORED);
    }
    assertThat(server.database().count("journal.notification")).isEqualTo(6);
    assertThat(server.database().row("select deliveries from journal.duplicate"))
        .containsExactly("18");
  }

  @Test
  void all_columns_of_the_journal_are_filled() throws Exception {
    server.post(
        JSON,
        """
        {"event": " Incoming_Call_END ", "time": "2026-11-20T09:00:00.123456", "pbx_id": 1763618400.10,
         "caller": " 375291112233", "receiver": "101", "status": "Odd", "duration": 52.50,
         "audio_path": "https://records.example.com/1.mp3", "extra": [1.50, null, {"a": true}]}
        """);

    assertThat(
            server
                .database()
                .row(
                    """
                select source_id, occurred_at at time zone 'UTC', event, pbx_id, caller, receiver, status, duration,
                    audio_path, method, channel, parser_version, remarks
                from journal.notification
                """))
        .containsExactly(
            "1",
            "2026-11-20 06:00:00.123456",
            "incoming_call_end",
            "1763618400.10",
            "+375291112233",
            "101",
            null,
            "52.50",
            "https://records.example.com/1.mp3",
            "POST",
            "http",
            "3",
            "{time_without_offset,unknown_status}");
    assertThat(
            server
                .database()
                .row("select fields ->> 'pbx_id', fields -> 'extra' from journal.notification"))
        .containsExactly("1763618400.10", "[1.50, null, {\"a\": true}]");
  }

  @Test
  void a_plus_sign_lost_in_the_query_is_restored() throws Exception {
    server.get(NOTIFY + "?" + START + "&caller=+375291112233&receiver=%2B375290000001");

    assertThat(
            server
                .database()
                .row("select caller, receiver, fields ->> 'caller' from journal.notification"))
        .containsExactly("+375291112233", "+375290000001", " 375291112233");
  }

  @Test
  void the_query_of_a_post_counts_and_the_body_overrides_it() throws Exception {
    server
        .client()
        .send(
            HttpRequest.newBuilder(server.uri(NOTIFY + "?event=test&message=query&key=1"))
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString("message=body"))
                .build(),
            BodyHandlers.ofString());

    assertThat(server.database().row("select fields from journal.notification"))
        .containsExactly("{\"key\": \"1\", \"event\": \"test\", \"message\": \"body\"}");
  }

  @Test
  void a_form_in_windows_1251_is_read() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri(NOTIFY))
            .header("Content-Type", FORM + "; charset=windows-1251")
            .POST(
                BodyPublishers.ofByteArray(
                    "event=test&message=Привет+%CC%E8%F0"
                        .getBytes(Charset.forName("windows-1251"))))
            .build();
    assertThat(server.client().send(request, BodyHandlers.ofString()).body()).isEqualTo(STORED);

    assertThat(server.database().row("select fields ->> 'message' from journal.notification"))
        .containsExactly("Привет Мир");
  }

  @Test
  void a_request_that_is_no_notification_is_refused_and_kept() throws Exception {
    HttpResponse<String> response =
        server.post(FORM, "event=incoming_call_start&pbx_id=1.1&time=yesterday");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.body())
        .isEqualTo(
            "{\"error\":\"a call event must have a time: ISO 8601, such as 2026-11-20T09:00:00+03:00\",\"field\":\"time\"}");
    assertThat(
            server
                .database()
                .row(
                    """
                select field, method, channel, content_type, query, convert_from(body, 'UTF8'), size
                from journal.rejected
                """))
        .containsExactly(
            "time",
            "POST",
            "http",
            FORM,
            null,
            "event=incoming_call_start&pbx_id=1.1&time=yesterday",
            "51");
    assertThat(server.database().count("journal.notification")).isZero();
  }

  @Test
  void an_undecodable_query_is_refused_and_kept_as_received() throws Exception {
    String response =
        server
            .raw()
            .exchange(
                "GET "
                    + NOTIFY
                    + "?event=te%FFst&x=% HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertThat(response)
        .startsWith("HTTP/1.1 422")
        .endsWith("{\"error\":\"text must be valid UTF-8\",\"field\":null}");
    assertThat(server.database().row("select query, body, method from journal.rejected"))
        .containsExactly("event=te%FFst&x=%", null, "GET");
  }

  @Test
  void without_content_type_an_opening_brace_means_json() throws Exception {
    String head =
        "POST "
            + NOTIFY
            + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 17\r\n\r\n";

    assertThat(server.raw().exchange(head + "{\"event\":\"test\"} ")).endsWith(STORED);
    assertThat(server.raw().exchange(head + "event=test&a=test")).endsWith(STORED);
  }

  @Test
  void a_sender_that_expects_100_continue_gets_it() throws Exception {
    String response =
        server
            .raw()
            .exchangeAfterContinue(
                "POST "
                    + NOTIFY
                    + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 10\r\n\r\n",
                "event=test");

    assertThat(response).startsWith("HTTP/1.1 100 Continue").endsWith(STORED);
  }

  @Test
  void other_methods_are_not_allowed() throws Exception {
    HttpResponse<String> response =
        server
            .client()
            .send(
                HttpRequest.newBuilder(server.uri(NOTIFY))
                    .PUT(BodyPublishers.ofString("event=test"))
                    .build(),
                BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("GET, POST");
    assertThat(server.database().count("journal.notification")).isZero();
  }

  @Test
  void headers_and_fields_named_like_those_of_camel_have_no_effect() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                server.uri(NOTIFY + "?CamelHttpResponseCode=500&rows=%5B%5D&CamelJdbcParameters=x"))
            .header("Content-Type", FORM)
            .header("CamelHttpResponseCode", "500")
            .header("CamelHttpUri", "http://example.com")
            .header("CamelJdbcParameters", "x")
            .header("CamelJdbcRetrieveGeneratedKeys", "true")
            .header("rows", "[]")
            .POST(BodyPublishers.ofString("event=test&source_id=2&CamelJdbcGeneratedColumns=a"))
            .build();
    HttpResponse<String> response = server.client().send(request, BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().map()).containsOnlyKeys("content-length", "content-type");
    assertThat(
            server
                .database()
                .row(
                    "select source_id, fields ->> 'rows', fields ->> 'CamelJdbcParameters' from journal.notification"))
        .containsExactly("1", "[]", "x");
  }
}
