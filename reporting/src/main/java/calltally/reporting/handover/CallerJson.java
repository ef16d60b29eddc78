package calltally.reporting.handover;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Writes a caller as one JSON object; its field names are a public interface. */
final class CallerJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private CallerJson() {}

  static String of(NotifiedCaller caller) {
    NotifiedCaller.Calls calls = caller.calls();
    NotifiedCaller.End end = caller.end();
    ObjectNode json = JSON.createObjectNode();
    json.put("id", caller.id());
    json.put("kind", "caller_" + caller.kind());
    json.put("source", caller.source());
    json.put("number", number(caller));
    json.put("line", caller.line());
    json.put("line_name", caller.lineName());
    json.put("missed_calls", calls.missed());
    json.put("first_missed_at", calls.firstAt().toString());
    json.put("last_missed_at", calls.lastAt().toString());
    json.put("why", calls.why());
    calls.rung().forEach(json.putArray("rung")::add);
    json.put("tries", calls.tries());
    json.putNull("recording");
    json.put("state", end == null ? null : end.state().text());
    json.put("settled_at", end == null ? null : end.at().toString());
    json.put("by", end == null ? null : end.by());
    return json.toString();
  }

  /** A receiver from whom numbers are hidden gets none: parts of one are of no use to a program. */
  private static @Nullable String number(NotifiedCaller caller) {
    String customer = caller.customer();
    return customer == null || caller.numbers().dialled(customer).isEmpty() ? null : customer;
  }
}
