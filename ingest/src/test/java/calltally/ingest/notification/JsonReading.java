package calltally.ingest.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.ingest.request.Bytes;
import calltally.ingest.request.NotifyRequest;
import java.time.Instant;
import java.time.ZoneId;

/** What the reader makes of the JSON of a test. */
final class JsonReading {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final NotificationReader READER =
      new NotificationReader(ZoneId.of("Europe/Minsk"), "BY");

  static String call(String more) {
    return "{\"event\": \"incoming_call_end\", \"pbx_id\": \"1.1\", \"time\":"
        + " \"2026-11-20T06:00:00Z\", "
        + more
        + "}";
  }

  static String callAt(String time) {
    return call("\"x\": 1").replace("2026-11-20T06:00:00Z", time);
  }

  static Notification read(String json) {
    return (Notification) READER.read(NotifyRequest.line(Bytes.of(json.getBytes(UTF_8))), NOW);
  }

  static Rejection rejection(String json) {
    return rejection(NotifyRequest.line(Bytes.of(json.getBytes(UTF_8))));
  }

  static Rejection rejection(NotifyRequest request) {
    return (Rejection) READER.read(request, NOW);
  }
}
