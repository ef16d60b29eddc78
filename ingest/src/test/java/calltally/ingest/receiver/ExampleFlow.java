package calltally.ingest.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The example call of the documentation: the first manager is busy, the second answers. */
final class ExampleFlow {

  static final String BOUNDARY = "----calltally";

  private ExampleFlow() {}

  static List<Map<String, String>> notifications() {
    return List.of(
        event("incoming_call_start", "00.174", "+375290000001"),
        event("incoming_call_start_chain_member_call", "01.000", "+375290000011"),
        with(
            event("incoming_call_end_chain_member_call", "04.000", "+375290000011"),
            "status",
            "BUSY"),
        event("incoming_call_start_chain_member_call", "04.100", "+375290000012"),
        event("incoming_call_answer", "09.000", "+375290000012"),
        with(
            with(event("incoming_call_end", "59.000", "+375290000001"), "status", "ANSWER"),
            "duration",
            "59.0"));
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  static String json(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\": \"" + field.getValue() + "\"")
        .collect(Collectors.joining(", ", "{", "}"));
  }

  static String multipart(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(BOUNDARY, field.getKey(), field.getValue()))
        .collect(Collectors.joining("", "", "--" + BOUNDARY + "--\r\n"));
  }

  private static Map<String, String> event(String event, String seconds, String receiver) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("event", event);
    fields.put("time", "2026-11-20T06:00:" + seconds + "Z");
    fields.put("pbx_id", "1763618400.10");
    fields.put("caller", "+375291112233");
    fields.put("receiver", receiver);
    return fields;
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    fields.put(name, value);
    return fields;
  }
}
