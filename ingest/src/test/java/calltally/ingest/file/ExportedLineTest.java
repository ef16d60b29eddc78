package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.NotificationReader;
import calltally.exchange.Rejection;
import calltally.exchange.request.RequestMethod;
import calltally.ingest.file.line.FileLine;
import calltally.ingest.file.line.OriginalArrival;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportedLineTest {

  private static final String DIGEST = "0123456789abcdef".repeat(4);
  private static final String RECEIVED = "\"received_at\":\"2026-11-20T06:00:00.123456Z\"";
  private static final String METHOD = "\"method\":\"POST\"";
  private static final String DIGESTED = "\"digest\":\"" + DIGEST + "\"";
  private static final String SENT = "{\"event\": \"test\", \"name\": \"\u0416\", \"x\": [{}]}";
  private static final String MANGO =
      "\"exchange\":\"mango\",\"zone\":\"Europe/Moscow\",\"region\":\"RU\"";
  private static final String FIELDS = "\"fields\":" + SENT;

  @Test
  void an_exported_notification_keeps_its_arrival_and_its_fields() throws IOException {
    FileLine line = read(object(RECEIVED, METHOD, DIGESTED, FIELDS));

    assertThat(line.damage()).isNull();
    assertThat(line.bytes().text(UTF_8)).isEqualTo(SENT);
    assertThat(line.length()).isEqualTo(SENT.getBytes(UTF_8).length);
    assertThat(line.receipt())
        .isEqualTo(
            new OriginalArrival(
                Instant.parse("2026-11-20T06:00:00.123456Z"), RequestMethod.POST, DIGEST));
  }

  @Test
  void what_an_exchange_sent_keeps_its_rules_and_the_zone_and_region_of_then() throws IOException {
    NotificationReader reader =
        requireNonNull(
            requireNonNull(read(object(RECEIVED, METHOD, DIGESTED, MANGO, FIELDS)).receipt())
                .reader());

    assertThat(reader.exchange().name()).isEqualTo("mango");
    assertThat(reader.zone()).isEqualTo(ZoneId.of("Europe/Moscow"));
    assertThat(reader.region()).isEqualTo("RU");
  }

  @Test
  void an_exchange_or_a_zone_that_is_not_known_damages_the_line() throws IOException {
    assertThat(damage(MANGO.replace("mango", "nobody")))
        .isEqualTo(new Rejection("exchange", "an exported exchange must be a known one", "nobody"));
    assertThat(damage(MANGO.replace("Europe/Moscow", "Nowhere")))
        .isEqualTo(new Rejection("zone", "an exported zone must be a region such as Europe/Minsk"));
  }

  private static @Nullable Rejection damage(String origin) throws IOException {
    return read(object(RECEIVED, METHOD, DIGESTED, origin, FIELDS)).damage();
  }

  @Test
  void blanks_and_the_order_after_the_time_of_receipt_do_not_matter() throws IOException {
    assertThat(
            read(" { \"received_at\" :"
                    + RECEIVED.substring(14)
                    + " , "
                    + FIELDS
                    + ","
                    + METHOD
                    + ","
                    + DIGESTED
                    + " } ")
                .receipt())
        .isEqualTo(read(object(RECEIVED, METHOD, DIGESTED, FIELDS)).receipt());
  }

  @Test
  void fields_may_have_the_names_that_export_uses() throws IOException {
    String fields = "{\"received_at\":\"x\",\"method\":\"y\",\"fields\":{\"digest\":1}}";

    FileLine line = read(object(RECEIVED, METHOD, DIGESTED, "\"fields\":" + fields));

    assertThat(line.bytes().text(UTF_8)).isEqualTo(fields);
    assertThat(requireNonNull(line.receipt()).method()).isEqualTo(RequestMethod.POST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{RECEIVED,METHOD,DIGESTED}",
        "{RECEIVED,METHOD,FIELDS}",
        "{RECEIVED,DIGESTED,FIELDS}",
        "{METHOD,RECEIVED,DIGESTED,FIELDS}",
        "{RECEIVED,METHOD,DIGESTED,FIELDS,\"event\":\"test\"}",
        "{RECEIVED,METHOD,DIGESTED,\"fields\":[]}",
        "{RECEIVED,METHOD,DIGESTED,\"fields\":\"{}\"}",
        "{RECEIVED,METHOD,DIGESTED,FIELDS} x",
        "{RECEIVED,METHOD,DIGESTED,FIELDS",
        "{\"x\":{RECEIVED,METHOD,DIGESTED,FIELDS}}"
      })
  void any_other_line_is_left_as_it_was_sent(String pattern) throws IOException {
    String sent =
        pattern
            .replace("RECEIVED", RECEIVED)
            .replace("METHOD", METHOD)
            .replace("DIGESTED", DIGESTED)
            .replace("FIELDS", FIELDS);

    FileLine line = read(sent);

    assertThat(line.receipt()).isNull();
    assertThat(line.damage()).isNull();
    assertThat(line.bytes().text(UTF_8)).isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          received_at | yesterday  | an exported time must be in ISO 8601, in UTC
          received_at | 2026-11-20 | an exported time must be in ISO 8601, in UTC
          method      | HEAD       | an exported method must be GET, POST or FILE
          method      | post       | an exported method must be GET, POST or FILE
          digest      | 0123       | an exported digest must be 64 hexadecimal digits (SHA-256)
          digest      | ''         | an exported digest must be 64 hexadecimal digits (SHA-256)
          """)
  void an_arrival_that_cannot_be_read_is_reported(String field, String value, String rule)
      throws IOException {
    String damaged =
        object(RECEIVED, METHOD, DIGESTED, FIELDS)
            .replaceFirst(
                "\"%s\":\"[^\"]*\"".formatted(field), "\"%s\":\"%s\"".formatted(field, value));

    assertThat(read(damaged).damage()).isEqualTo(new Rejection(field, rule));
  }

  private static String object(String... members) {
    return "{" + String.join(",", members) + "}";
  }

  private static FileLine read(String line) throws IOException {
    return NotificationFile.open(
            new ByteArrayInputStream(line.getBytes(UTF_8)),
            FileReading.BY_CONTENT,
            ZoneId.of("Europe/Minsk"))
        .next()
        .orElseThrow();
  }
}
