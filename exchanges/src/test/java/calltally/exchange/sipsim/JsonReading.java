package calltally.exchange.sipsim;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.exchange.Notification;
import calltally.exchange.NotificationReader;
import calltally.exchange.Rejection;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import java.time.Instant;
import java.time.ZoneId;

/** What the reader makes of the JSON of a test. */
public final class JsonReading {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final NotificationReader READER =
      new NotificationReader(ZoneId.of("Europe/Minsk"), "BY");

  public static String call(String more) {
    return "{\"event\": \"incoming_call_end\", \"pbx_id\": \"1.1\", \"time\":"
        + " \"2026-11-20T06:00:00Z\", "
        + more
        + "}";
  }

  public static String callAt(String time) {
    return call("\"x\": 1").replace("2026-11-20T06:00:00Z", time);
  }

  public static Notification read(String json) {
    return (Notification) READER.read(NotifyRequest.line(Bytes.of(json.getBytes(UTF_8))), NOW);
  }

  public static Rejection rejection(String json) {
    return rejection(NotifyRequest.line(Bytes.of(json.getBytes(UTF_8))));
  }

  public static Rejection rejection(NotifyRequest request) {
    return (Rejection) READER.read(request, NOW);
  }
}
