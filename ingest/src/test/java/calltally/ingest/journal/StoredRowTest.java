package calltally.ingest.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Notification;
import calltally.exchange.NotificationReader;
import calltally.exchange.Rejection;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How rows are written for PostgreSQL and for the spool. */
final class StoredRowTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final NotificationReader READER =
      new NotificationReader(ZoneId.of("Europe/Minsk"), "BY");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1|1",
        "-1.50|-1.50",
        "0.10|0.10",
        "12345678901234567890.10|12345678901234567890.10",
        "-0.5|-0.5",
        "-0|\"-0\"",
        "-0.00|\"-0.00\"",
        "1e2|\"1e2\"",
        "1.5E-3|\"1.5E-3\"",
        "true|true",
        "false|false",
        "null|null",
        "\"a\\\"\\u0416\"|\"a\\\"\u0416\"",
        "[1, -0, [null], {\"b\": 1E9}]|[1,\"-0\",[null],{\"b\":\"1E9\"}]",
        "{}|{}",
      })
  void numbers_that_postgresql_would_rewrite_are_kept_as_text(String sent, String kept) {
    assertThat(FieldsJson.of(read("{\"event\":\"test\",\"a\":" + sent + "}").fields()))
        .isEqualTo("{\"event\":\"test\",\"a\":" + kept + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "[]", "null", "\"text\"", "{\"source\":", "{\"source\":1"})
  void a_text_that_is_no_object_is_no_row(String text) {
    assertThat(NotificationRow.parse(text)).isEmpty();
  }

  @Test
  void a_row_is_the_same_after_the_spool() {
    NotificationRow row =
        row(
            "{\"event\":\"incoming_call_end\",\"pbx_id\":\"1\",\"time\":\"2026-11-20T09:00:00\","
                + "\"status\":\"perhaps\",\"duration\":\"52.50\",\"x\":{\"a\":[1,\"}\"]}}");

    assertThat(NotificationRow.parse(row.json())).contains(row);
    assertThat(row.length()).isPositive().isLessThan(row.json().length());
  }

  @Test
  void a_refused_row_is_kept_as_the_request_that_it_was() throws IOException {
    NotificationRow row = row("{\"event\":\"test\"}");

    JsonNode rejected = json(row.rejected(new Rejection("event", "odd")));

    assertThat(rejected.get("source").textValue()).isEqualTo("main");
    assertThat(rejected.get("received_at").textValue()).isEqualTo("2026-11-20T06:00:00Z");
    assertThat(rejected.get("reason").textValue()).isEqualTo("odd");
    assertThat(rejected.get("field").textValue()).isEqualTo("event");
    assertThat(rejected.get("method").textValue()).isEqualTo("POST");
    assertThat(new String(rejected.get("body").binaryValue(), UTF_8)).isEqualTo(row.json());
  }

  @Test
  void a_rejected_request_is_cut_to_64_kibibytes_and_its_size_kept() throws IOException {
    Bytes body = Bytes.of("x".repeat(65_537).getBytes(ISO_8859_1));
    NotifyRequest request = NotifyRequest.kept(RequestMethod.POST, "a=b", "text/plain", body);

    JsonNode rejected = json(rejected(request));

    assertThat(rejected.get("body").binaryValue()).hasSize(65_536);
    assertThat(rejected.get("size").longValue()).isEqualTo(65_540);
    assertThat(rejected.get("query").textValue()).isEqualTo("a=b");
    assertThat(rejected.get("channel").textValue()).isEqualTo("http");
  }

  @Test
  void nul_in_a_rejected_request_is_written_as_in_a_query() throws IOException {
    NotifyRequest request =
        NotifyRequest.kept(RequestMethod.GET, "a=\0", "text\0/plain", Bytes.NONE);

    JsonNode rejected = json(rejected(request));

    assertThat(rejected.get("query").textValue()).isEqualTo("a=%00");
    assertThat(rejected.get("content_type").textValue()).isEqualTo("text%00/plain");
    assertThat(rejected.get("field").textValue()).isEqualTo("b%00");
    assertThat(rejected.get("body").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "22P02, true",
    "22021, true",
    "23514, true",
    "54000, true",
    "08006, false",
    "40001, false",
    "57014, false",
    "53100, false",
    "22, false",
    "'', false",
  })
  void only_data_constraints_and_limits_make_a_row_unstorable(String state, boolean isUnstorable) {
    assertThat(UnstorableRow.isMeantBy(state)).isEqualTo(isUnstorable);
  }

  private static RejectedRow rejected(NotifyRequest request) {
    return RejectedRow.of("main", NOW, new Rejection("b\0", "odd"), request);
  }

  private static NotificationRow row(String line) {
    return NotificationRow.of("main", NOW, RequestMethod.POST, read(line));
  }

  private static Notification read(String line) {
    return (Notification) READER.read(NotifyRequest.line(Bytes.of(line.getBytes(UTF_8))), NOW);
  }

  private static JsonNode json(RejectedRow row) throws IOException {
    return new ObjectMapper().readTree(row.json());
  }
}
