package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import calltally.exchange.Exchanges;
import calltally.exchange.NotificationReader;
import calltally.exchange.PbxProtocol;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.RequestMethod;
import calltally.ingest.file.line.DamagedLine;
import calltally.ingest.file.line.FileLine;
import calltally.ingest.file.line.OriginalArrival;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A notification as written by export.
 *
 * <p>An object of {@code received_at}, {@code method}, {@code digest} and {@code fields}, which is
 * an object itself, so that the sender's names cannot clash with ours. A line written by an
 * exchange is never mistaken for one: without an event outside {@code fields} it would be no
 * notification.
 */
final class ExportedLine {

  private static final JsonFactory JSON = new JsonFactory();
  private static final Set<String> TEXTS = Set.of("received_at", "method", "digest");
  private static final Set<String> ORIGIN = Set.of("exchange", "zone", "region");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /** Saves parsing other lines. */
  private static final Pattern BEGINNING = Pattern.compile("\\s*\\{\\s*\"received_at\"\\s*:.*");

  private static final int LONGEST_BEGINNING = 100;

  private final byte[] line;
  private final Map<String, String> texts = new HashMap<>();
  private Bytes fields = Bytes.NONE;

  private ExportedLine(byte[] line) {
    this.line = line;
  }

  /**
   * The notification in the line; empty when the line was not written by export.
   *
   * @throws DamagedLine when its receipt cannot be read
   */
  static Optional<FileLine> read(FileLine line) {
    String beginning = line.bytes().first(LONGEST_BEGINNING).text(ISO_8859_1);
    if (!BEGINNING.matcher(beginning).matches()) {
      return Optional.empty();
    }
    ExportedLine exported = new ExportedLine(line.bytes().toArray());
    return exported.isWhole()
        ? Optional.of(line.received(exported.receipt(), exported.fields))
        : Optional.empty();
  }

  private boolean isWhole() {
    try (JsonParser json = JSON.createParser(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        take(json.currentName(), json);
      }
      return json.nextToken() == null && hasTexts() && !fields.isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private boolean hasTexts() {
    Set<String> names = new HashSet<>(texts.keySet());
    names.removeAll(ORIGIN);
    return names.equals(TEXTS)
        && (names.size() == texts.size() || texts.keySet().containsAll(ORIGIN));
  }

  private void take(String name, JsonParser json) throws IOException {
    if (json.nextToken() == JsonToken.START_OBJECT && name.equals("fields")) {
      int from = (int) json.currentTokenLocation().getByteOffset();
      json.skipChildren();
      fields =
          Bytes.of(Arrays.copyOfRange(line, from, (int) json.currentLocation().getByteOffset()));
    } else {
      texts.put(name, json.getText());
      json.skipChildren();
    }
  }

  private OriginalArrival receipt() {
    String digest = texts.getOrDefault("digest", "");
    if (!DIGEST.matcher(digest).matches()) {
      throw new DamagedLine("digest", "an exported digest must be 64 hexadecimal digits (SHA-256)");
    }
    return new OriginalArrival(receivedAt(), method(), digest, reader());
  }

  private @Nullable NotificationReader reader() {
    String name = texts.get("exchange");
    if (name == null) {
      return null;
    }
    PbxProtocol exchange =
        Exchanges.named(name)
            .orElseThrow(
                () ->
                    new DamagedLine("exchange", "an exported exchange must be a known one", name));
    try {
      return new NotificationReader(
          exchange, ZoneId.of(texts.getOrDefault("zone", "")), texts.getOrDefault("region", ""));
    } catch (DateTimeException e) {
      throw new DamagedLine("zone", "an exported zone must be a region such as Europe/Minsk");
    }
  }

  private Instant receivedAt() {
    try {
      return Instant.parse(texts.getOrDefault("received_at", ""));
    } catch (DateTimeException e) {
      throw new DamagedLine("received_at", "an exported time must be in ISO 8601, in UTC");
    }
  }

  private RequestMethod method() {
    return RequestMethod.ofNotification(texts.getOrDefault("method", ""))
        .orElseThrow(
            () -> new DamagedLine("method", "an exported method must be GET, POST or FILE"));
  }
}
