package calltally.ingest.receiver;

import static calltally.ingest.testing.IngestDatabase.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.ingest.testing.IngestDatabase;
import calltally.ingest.testing.SettableClock;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class ReceiverTest {

  private static final String STORED = "{\"status\":\"stored\"}";
  private static final String NOTIFY = "/notify/" + TOKEN;
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";
  private static final String START =
      "event=incoming_call_start&time=2026-11-20T06:00:00Z&pbx_id=1.1";

  private final IngestDatabase database = new IngestDatabase();
  private final SettableClock clock = new SettableClock("2026-11-20T06:00:01Z");
  private final Receiver receiver =
      Receiver.start(new ReceiverSettings("127.0.0.1", 0), database.ingest(), clock);
  private final HttpClient client = HttpClient.newHttpClient();
  private final RawHttp raw = new RawHttp(receiver.port());

  @AfterEach
  void stop() {
    receiver.close();
    database.close();
  }

  @Test
  void the_example_flow_is_one_call_however_it_is_sent() throws Exception {
    for (Map<String, String> fields : ExampleFlow.notifications()) {
      assertThat(get(NOTIFY + "?" + ExampleFlow.encoded(fields)).body()).isEqualTo(STORED);
    }
    assertThat(database.count("journal.notification")).isEqualTo(6);

    for (Map<String, String> fields : ExampleFlow.notifications()) {
      assertThat(post(FORM, ExampleFlow.encoded(fields)).body()).isEqualTo(STORED);
      assertThat(
              post(
                      "multipart/form-data; boundary=" + ExampleFlow.BOUNDARY,
                      ExampleFlow.multipart(fields))
                  .body())
          .isEqualTo(STORED);
      assertThat(post(JSON, ExampleFlow.json(fields)).body()).isEqualTo(STORED);
    }
    assertThat(database.count("journal.notification")).isEqualTo(6);
    assertThat(database.row("select deliveries from journal.duplicate")).containsExactly("18");
  }

  @Test
  void all_columns_of_the_journal_are_filled() throws Exception {
    post(
        JSON,
        """
        {"event": " Incoming_Call_END ", "time": "2026-11-20T09:00:00.123456", "pbx_id": 1763618400.10,
         "caller": " 375291112233", "receiver": "101", "status": "Odd", "duration": 52.50,
         "audio_path": "https://records.example.com/1.mp3", "extra": [1.50, null, {"a": true}]}
        """);

    assertThat(
            database.row(
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
            "other",
            "52.50",
            "https://records.example.com/1.mp3",
            "POST",
            "http",
            "1",
            "{time_without_offset,unknown_status}");
    assertThat(
            database.row("select fields ->> 'pbx_id', fields -> 'extra' from journal.notification"))
        .containsExactly("1763618400.10", "[1.50, null, {\"a\": true}]");
  }

  @Test
  void a_plus_sign_that_the_query_ate_comes_back() throws Exception {
    get(NOTIFY + "?" + START + "&caller=+375291112233&receiver=%2B375290000001");

    assertThat(
            database.row("select caller, receiver, fields ->> 'caller' from journal.notification"))
        .containsExactly("+375291112233", "+375290000001", " 375291112233");
  }

  @Test
  void the_query_of_a_post_counts_and_the_body_wins() throws Exception {
    client.send(
        HttpRequest.newBuilder(uri(NOTIFY + "?event=test&message=query&key=1"))
            .header("Content-Type", FORM)
            .POST(BodyPublishers.ofString("message=body"))
            .build(),
        BodyHandlers.ofString());

    assertThat(database.row("select fields from journal.notification"))
        .containsExactly("{\"key\": \"1\", \"event\": \"test\", \"message\": \"body\"}");
  }

  @Test
  void a_form_in_windows_1251_is_read() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(NOTIFY))
            .header("Content-Type", FORM + "; charset=windows-1251")
            .POST(
                BodyPublishers.ofByteArray(
                    "event=test&message=Привет+%CC%E8%F0"
                        .getBytes(Charset.forName("windows-1251"))))
            .build();
    assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo(STORED);

    assertThat(database.row("select fields ->> 'message' from journal.notification"))
        .containsExactly("Привет Мир");
  }

  @Test
  void what_is_no_notification_is_refused_and_kept() throws Exception {
    HttpResponse<String> response =
        post(FORM, "event=incoming_call_start&pbx_id=1.1&time=yesterday");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.body())
        .isEqualTo(
            "{\"error\":\"a call event needs a time: ISO 8601, date and time\",\"field\":\"time\"}");
    assertThat(
            database.row(
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
    assertThat(database.count("journal.notification")).isZero();
  }

  @Test
  void a_query_that_is_no_text_is_refused_and_kept_as_it_came() throws Exception {
    String response =
        raw.exchange(
            "GET "
                + NOTIFY
                + "?event=te%FFst&x=% HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertThat(response)
        .startsWith("HTTP/1.1 422")
        .endsWith("{\"error\":\"text has to be valid UTF-8\",\"field\":null}");
    assertThat(database.row("select query, body, method from journal.rejected"))
        .containsExactly("event=te%FFst&x=%", null, "GET");
  }

  @Test
  void an_unknown_token_is_answered_like_an_unknown_path() throws Exception {
    HttpResponse<String> token = get("/notify/unknown?event=test");
    HttpResponse<String> path = get("/somewhere/else");
    HttpResponse<String> deeper = get(NOTIFY + "/deeper");
    HttpResponse<String> none = get("/notify/");

    assertThat(token.statusCode()).isEqualTo(404);
    assertThat(token.body()).isEqualTo("{\"error\":\"not found\"}");
    for (HttpResponse<String> other : List.of(path, deeper, none)) {
      assertThat(other.statusCode()).isEqualTo(404);
      assertThat(other.body()).isEqualTo(token.body());
      assertThat(other.headers()).isEqualTo(token.headers());
    }
    assertThat(database.count("journal.rejected")).isZero();
  }

  @Test
  void a_token_that_was_added_is_known_a_second_later() throws Exception {
    database.addToken("second-token");
    assertThat(get("/notify/second-token?event=test").statusCode()).isEqualTo(404);

    clock.goForward(Duration.ofSeconds(1));

    assertThat(get("/notify/second-token?event=test").statusCode()).isEqualTo(200);
  }

  @Test
  void other_methods_are_not_allowed() throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(uri(NOTIFY)).PUT(BodyPublishers.ofString("event=test")).build(),
            BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("GET, POST");
    assertThat(database.count("journal.notification")).isZero();
  }

  @Test
  void a_body_of_one_mebibyte_is_stored() throws Exception {
    String start = "event=test&message=";

    HttpResponse<String> response = post(FORM, start + "x".repeat((1 << 20) - start.length()));

    assertThat(response.body()).isEqualTo(STORED);
  }

  @Test
  void one_byte_more_is_refused_and_its_beginning_kept() throws Exception {
    String start = "event=test&message=";

    HttpResponse<String> response = post(FORM, start + "x".repeat((1 << 20) + 1 - start.length()));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(
            database.row(
                "select octet_length(body), left(convert_from(body, 'UTF8'), 10) from journal.rejected"))
        .containsExactly("65536", "event=test");
    assertThat(get(NOTIFY + "?event=test").statusCode()).isEqualTo(200);
  }

  @Test
  void a_compressed_body_is_refused_and_kept() throws Exception {
    assertThat(post(FORM, "event=test", "Content-Encoding", "gzip").statusCode()).isEqualTo(415);
    assertThat(post(FORM, "event=test", "Content-Encoding", "identity").statusCode())
        .isEqualTo(200);

    assertThat(database.row("select convert_from(body, 'UTF8') from journal.rejected"))
        .containsExactly("event=test");
  }

  @Test
  void headers_and_fields_named_like_camels_have_no_effect() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                uri(NOTIFY + "?CamelHttpResponseCode=500&rows=%5B%5D&CamelJdbcParameters=x"))
            .header("Content-Type", FORM)
            .header("CamelHttpResponseCode", "500")
            .header("CamelHttpUri", "http://example.com")
            .header("CamelJdbcParameters", "x")
            .header("CamelJdbcRetrieveGeneratedKeys", "true")
            .header("rows", "[]")
            .POST(BodyPublishers.ofString("event=test&source_id=2&CamelJdbcGeneratedColumns=a"))
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().map())
        .containsOnlyKeys(":status", "content-length", "content-type");
    assertThat(
            database.row(
                "select source_id, fields ->> 'rows', fields ->> 'CamelJdbcParameters' from journal.notification"))
        .containsExactly("1", "[]", "x");
  }

  @Test
  void without_the_database_nothing_is_claimed() throws Exception {
    assertThat(get("/health").statusCode()).isEqualTo(200);
    database.goAway();

    HttpResponse<String> response = get(NOTIFY + "?event=test");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).contains("5");
    assertThat(post(FORM, "time=x").statusCode()).isEqualTo(503);
    assertThat(get("/health").statusCode()).isEqualTo(503);
    assertThat(get("/notify/unknown").statusCode()).isEqualTo(404);
  }

  @Test
  void a_database_that_does_not_answer_is_not_waited_for() throws Exception {
    database.whileLocked(
        "journal.notification",
        () -> assertThat(get(NOTIFY + "?event=test").statusCode()).isEqualTo(503));

    assertThat(get(NOTIFY + "?event=test").statusCode()).isEqualTo(200);
  }

  @Test
  void what_the_database_refuses_is_refused_and_kept() throws Exception {
    database.refuseEvent("unwanted");

    HttpResponse<String> response = post(FORM, "event=unwanted");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body())
        .isEqualTo(
            "{\"error\":\"the database has to accept it, was SQLSTATE 23514\",\"field\":null}");
    assertThat(database.row("select reason, convert_from(body, 'UTF8') from journal.rejected"))
        .containsExactly("the database has to accept it, was SQLSTATE 23514", "event=unwanted");
    assertThat(get(NOTIFY + "?event=test").statusCode()).isEqualTo(200);
  }

  @Test
  void a_body_that_does_not_arrive_is_not_waited_for() throws Exception {
    String response =
        raw.exchange(
            "POST "
                + NOTIFY
                + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 99\r\n\r\nevent=test");

    assertThat(response).startsWith("HTTP/1.1 408");
    assertThat(database.row("select convert_from(body, 'UTF8') from journal.rejected"))
        .containsExactly("event=test");
  }

  @Test
  void a_sender_that_asks_first_is_told_to_go_on() throws Exception {
    String response =
        raw.exchangeAfterContinue(
            "POST "
                + NOTIFY
                + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 10\r\n\r\n",
            "event=test");

    assertThat(response).startsWith("HTTP/1.1 100 Continue").endsWith(STORED);
  }

  @Test
  void a_connection_goes_on_after_a_request_whose_body_nobody_wanted() throws Exception {
    String unwanted =
        "POST /notify/unknown HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n"
            + "x".repeat(100_000);
    String wanted =
        "POST "
            + NOTIFY
            + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 10\r\n\r\nevent=test";

    assertThat(raw.exchange(unwanted + wanted)).startsWith("HTTP/1.1 404").endsWith(STORED);
  }

  @Test
  void without_content_type_a_brace_begins_json() throws Exception {
    String head =
        "POST "
            + NOTIFY
            + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 17\r\n\r\n";

    assertThat(raw.exchange(head + "{\"event\":\"test\"} ")).endsWith(STORED);
    assertThat(raw.exchange(head + "event=test&a=test")).endsWith(STORED);
  }

  @Test
  void no_log_tells_a_token() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    try {
      for (String rest :
          List.of("?%", "/%", "/%zz?%zz", "/../x", "?event=%00", "?" + "x".repeat(9000))) {
        raw.exchange("GET " + NOTIFY + rest + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      }
      database.goAway();
      get(NOTIFY + "?event=test");
    } finally {
      root.detachAppender(log);
    }

    assertThat(log.list).isNotEmpty().noneMatch(event -> text(event).contains(TOKEN));
  }

  @Test
  void a_port_in_use_is_said() {
    ReceiverSettings same = new ReceiverSettings("127.0.0.1", receiver.port());

    assertThatThrownBy(() -> Receiver.start(same, database.ingest(), clock))
        .isInstanceOf(ReceiverNotStarted.class)
        .hasMessage(
            "receiver could not be started: its address has to be free, was 127.0.0.1:"
                + receiver.port());
  }

  @Test
  void a_receiver_stops_while_the_database_does_not_answer() throws Exception {
    database.whileLocked(
        "journal.notification",
        () -> {
          get(NOTIFY + "?event=test");
          receiver.close();
        });

    assertThatThrownBy(() -> raw.exchange("GET /health HTTP/1.1\r\n\r\n"))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void a_closed_receiver_listens_no_longer() {
    receiver.close();

    assertThatThrownBy(() -> raw.exchange("GET /health HTTP/1.1\r\n\r\n"))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void the_role_of_the_intake_may_not_read_the_journal() {
    assertThatThrownBy(() -> database.asIngest("select from journal.notification"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> database.asIngest("insert into config.source default values"))
        .hasMessageContaining("permission denied");
  }

  private static String text(ILoggingEvent event) {
    return event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String type, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(NOTIFY))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + receiver.port() + path);
  }
}
