package calltally.app.demo.dialect;

import calltally.app.demo.exchange.RingEnd;
import calltally.app.demo.exchange.SimulatedCall;
import calltally.app.demo.exchange.SimulatedRing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Kolokol, the example of how to add an exchange: it exists only in tests. */
public final class KolokolDialect implements Dialect {

  private static final String KEY = "demo-key";

  @Override
  public String exchange() {
    return "example";
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("key", KEY);
  }

  @Override
  public ChronoUnit precision() {
    return ChronoUnit.MILLIS;
  }

  @Override
  public List<DialectMessage> messages(SimulatedCall call, PhoneBook phones) {
    return call.isIncoming() ? incoming(call, phones) : outgoing(call, phones);
  }

  private static List<DialectMessage> incoming(SimulatedCall call, PhoneBook phones) {
    List<DialectMessage> messages = new ArrayList<>();
    messages.add(message(call, "ring", call.startedAt(), Map.of()));
    for (SimulatedRing ring : call.rings()) {
      String extension = phones.extension(ring);
      messages.add(message(call, "ring", ring.from(), Map.of("ext", extension)));
      if (ring.isAnswered()) {
        messages.add(message(call, "pick", ring.to(), Map.of("ext", extension)));
      }
      messages.add(
          message(
              call,
              "hang",
              ring.isAnswered() ? call.talkedUntil(ring) : ring.to(),
              Map.of("ext", extension, "cause", cause(ring.end()))));
    }
    if (!call.endIsLost()) {
      messages.add(
          message(
              call, "hang", call.endedAt(), Map.of("cause", call.isAnswered() ? "ok" : "gone")));
    }
    return messages;
  }

  private static List<DialectMessage> outgoing(SimulatedCall call, PhoneBook phones) {
    Map<String, String> phone = Map.of("from", phones.caller(call), "ext", phones.caller(call));
    Map<String, String> whole = Map.of("from", phones.caller(call));
    List<DialectMessage> messages = new ArrayList<>();
    messages.add(message(call, "ring", call.startedAt(), phone));
    Instant answeredAt = call.answeredAt();
    if (answeredAt != null) {
      messages.add(message(call, "pick", answeredAt, whole));
    }
    Map<String, String> end = new LinkedHashMap<>(whole);
    end.put("cause", answeredAt == null ? "timeout" : "ok");
    messages.add(message(call, "hang", call.endedAt(), end));
    return messages;
  }

  private static String cause(RingEnd end) {
    return switch (end) {
      case PICKED_UP -> "ok";
      case RANG_OUT -> "timeout";
      case ENGAGED -> "busy";
      case DECLINED -> "reject";
      case UNREACHABLE -> "absent";
      case TAKEN, CALLER_HUNG_UP -> "gone";
    };
  }

  private static DialectMessage message(
      SimulatedCall call, String type, Instant at, Map<String, String> others) {
    String customer = call.customer();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", type);
    fields.put("uuid", call.pbxId());
    fields.put("ts", BigDecimal.valueOf(at.toEpochMilli(), 3));
    if (customer != null) {
      fields.put(call.isIncoming() ? "from" : "to", customer);
    }
    if (call.isIncoming()) {
      fields.put("to", Objects.requireNonNull(call.dialled()));
    }
    fields.put("dir", call.isIncoming() ? "in" : "out");
    fields.put("key", KEY);
    fields.putAll(others);
    return DialectMessage.json(at, fields);
  }
}
