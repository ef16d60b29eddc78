package calltally.ingest.journal;

import calltally.exchange.Rejection;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A rejected request, as the journal stores it.
 *
 * @param source name of the source
 * @param json the parameters of {@code journal.reject}; source by name, body in base64
 */
public record RejectedRow(String source, String json) implements JournalRow {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int KEPT_BYTES = 64 * 1024;

  /** A row that was written as JSON before; its source is empty if the text is no such row. */
  public static RejectedRow parse(String json) {
    try (JsonParser parser = JSON.createParser(json)) {
      boolean hasSource =
          parser.nextToken() == JsonToken.START_OBJECT && "source".equals(parser.nextFieldName());
      String source = hasSource ? parser.nextTextValue() : null;
      return new RejectedRow(source == null ? "" : source, json);
    } catch (IOException e) {
      return new RejectedRow("", json);
    }
  }

  /**
   * The row of a request.
   *
   * @param source name of the source
   * @param receivedAt our clock on arrival
   */
  public static RejectedRow of(
      String source, Instant receivedAt, Rejection rejection, NotifyRequest request) {
    return of(source, receivedAt, rejection, request, request.size());
  }

  /**
   * Like {@link #of(String, Instant, Rejection, NotifyRequest)}, for a request that is incomplete.
   *
   * @param size length of query and body as sent, in bytes
   */
  public static RejectedRow of(
      String source, Instant receivedAt, Rejection rejection, NotifyRequest request, long size) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("source", source);
      json.writeStringField("received_at", receivedAt.toString());
      json.writeStringField("reason", rejection.rule());
      json.writeStringField("field", storable(rejection.field()));
      write(request, json);
      json.writeNumberField("size", size);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RejectedRow(source, text.toString());
  }

  @Override
  public int length() {
    return json.length();
  }

  private static void write(NotifyRequest request, JsonGenerator json) throws IOException {
    json.writeStringField("method", request.method().name());
    json.writeStringField("channel", request.method().channel());
    json.writeStringField("content_type", storable(request.headers().contentType()));
    if (!request.path().isEmpty()) {
      json.writeStringField("path", storable(request.path()));
    }
    json.writeStringField("query", storable(request.query()));
    json.writeStringField("body", base64(request.body().content()));
  }

  /** PostgreSQL cannot store NUL in text. */
  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : text.replace("\0", "%00");
  }

  private static @Nullable String base64(Bytes body) {
    return body.isEmpty()
        ? null
        : Base64.getEncoder().encodeToString(body.first(KEPT_BYTES).toArray());
  }
}
