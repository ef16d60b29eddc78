package calltally.ingest.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.ingest.notification.Method;
import calltally.ingest.notification.Octets;
import calltally.ingest.notification.RawRequest;
import calltally.ingest.notification.Rejection;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The row of a delivery whose request is gone, as the refusal of what was read of it. */
record RefusedRow(Row delivery, Rejection rejection) {

  private static final JsonFactory JSON = new JsonFactory();

  Row refusal() {
    Map<String, String> texts = texts();
    Octets body = Octets.of(delivery.json().getBytes(UTF_8));
    Method method = Method.valueOf(texts.getOrDefault("method", "POST"));
    return Row.of(
        new Refusal(
            texts.getOrDefault("source", ""),
            Instant.parse(texts.getOrDefault("received_at", Instant.EPOCH.toString())),
            rejection,
            new RawRequest(method, null, "application/json", body),
            body.size()));
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>();
    try (JsonParser json = JSON.createParser(delivery.json())) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.VALUE_STRING) {
          texts.put(name, json.getText());
        }
        json.skipChildren();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
