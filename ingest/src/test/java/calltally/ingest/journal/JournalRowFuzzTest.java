package calltally.ingest.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Exchanges;
import calltally.exchange.Notification;
import calltally.exchange.NotificationReader;
import calltally.exchange.ParseResult;
import calltally.exchange.PbxProtocol;
import calltally.exchange.Rejection;
import calltally.exchange.field.Fields;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import calltally.sql.testing.Corpus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Any request becomes a row, which the spool returns as it was; the journal's fields are read as
 * themselves, and nothing holds what PostgreSQL refuses.
 */
final class JournalRowFuzzTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Europe/Minsk");

  @TestFactory
  Stream<DynamicTest> the_corpus_is_read() {
    return Corpus.of("journal-row", JournalRowFuzzTest::fuzzerTestOneInput);
  }

  /**
   * Makes the row of a request.
   *
   * @param input the first letter of an exchange's name, the query, a line feed, the content type,
   *     a line feed, and the body; without a body, the method is GET
   */
  public static void fuzzerTestOneInput(byte[] input) {
    String[] parts = new String(input, ISO_8859_1).split("\n", 3);
    String body = parts.length < 3 ? "" : parts[2];
    NotifyRequest request =
        NotifyRequest.kept(
            body.isEmpty() ? RequestMethod.GET : RequestMethod.POST,
            parts[0].isEmpty() ? "" : parts[0].substring(1),
            parts.length < 2 ? null : parts[1],
            Bytes.of(body.getBytes(ISO_8859_1)));
    NotificationReader reader = new NotificationReader(exchange(parts[0]), ZONE, "BY");
    ParseResult result = reader.read(request, NOW);
    if (result instanceof Notification notification) {
      NotificationRow row = NotificationRow.of("main", NOW, request.method(), notification);
      assertThat(NotificationRow.parse(row.json())).contains(row);
      String kept = FieldsJson.of(notification.fields());
      assertThat(FieldsJson.of(Fields.kept(kept))).isEqualTo(kept);
    } else {
      RejectedRow row = RejectedRow.of("main", NOW, (Rejection) result, request);
      assertThat(RejectedRow.parse(row.json())).isEqualTo(row);
      assertThat(row.json().replace("\\\\", "")).doesNotContain("\\u0000");
    }
  }

  private static PbxProtocol exchange(String line) {
    return Exchanges.all().stream()
        .filter(one -> !line.isEmpty() && one.name().charAt(0) == line.charAt(0))
        .findFirst()
        .orElse(Exchanges.standard());
  }
}
