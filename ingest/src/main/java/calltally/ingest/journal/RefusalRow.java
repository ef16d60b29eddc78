package calltally.ingest.journal;

import calltally.ingest.notification.Octets;
import calltally.ingest.notification.RawRequest;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A refusal as the JSON object that {@code journal.append_batch} takes. */
record RefusalRow(Refusal refusal) {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int KEPT_BYTES = 64 * 1024;

  static String of(Refusal refusal) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      new RefusalRow(refusal).write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(JsonGenerator json) throws IOException {
    RawRequest request = refusal.request();
    json.writeStartObject();
    json.writeStringField("source", refusal.source());
    json.writeStringField("received_at", refusal.receivedAt().toString());
    json.writeStringField("reason", refusal.rejection().rule());
    json.writeStringField("field", storable(refusal.rejection().field()));
    json.writeStringField("method", request.method().name());
    json.writeStringField("channel", request.method().channel());
    json.writeStringField("content_type", storable(request.contentType()));
    json.writeStringField("query", storable(request.query()));
    json.writeStringField("body", base64(request.body()));
    json.writeNumberField("size", refusal.size());
    json.writeEndObject();
  }

  /** PostgreSQL keeps no NUL in a text. */
  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : text.replace("\0", "%00");
  }

  private static @Nullable String base64(Octets body) {
    return body.isEmpty()
        ? null
        : Base64.getEncoder().encodeToString(body.first(KEPT_BYTES).toArray());
  }
}
