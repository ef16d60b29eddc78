package calltally.app.demo.dialect;

import calltally.app.demo.exchange.RingEnd;
import calltally.app.demo.exchange.SimulatedCall;
import calltally.app.demo.exchange.SimulatedRing;
import calltally.app.demo.exchange.WebhookJson;
import calltally.exchange.text.SecretText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Mango Office: the events of each leg, and a summary. */
final class MangoDialect implements Dialect {

  private static final String KEY = "demo-key";
  private static final String SALT = "demo-salt";
  private static final String PHONE = "abonent";
  private static final int ROUTED = 1100;
  private static final int CALLER_HUNG_UP = 1110;
  private static final int NO_ANSWER = 1111;

  @Override
  public String exchange() {
    return "mango";
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("api_key", KEY, "salt", SALT);
  }

  @Override
  public List<DialectMessage> messages(SimulatedCall call, PhoneBook phones) {
    List<DialectMessage> messages =
        new ArrayList<>(call.isIncoming() ? incoming(call, phones) : outgoing(call, phones));
    if (!call.endIsLost()) {
      messages.add(summary(call, phones));
    }
    return messages;
  }

  private static List<DialectMessage> incoming(SimulatedCall call, PhoneBook phones) {
    List<DialectMessage> messages = new ArrayList<>();
    Instant offered = call.rings().isEmpty() ? call.endedAt() : call.rings().get(0).from();
    if (offered.isAfter(call.startedAt())) {
      Leg menu = new Leg(call, "menu", "ivr", from(call), Map.of("number", line(call)));
      messages.add(menu.event(1, "Appeared", call.startedAt()));
      messages.add(menu.event(2, "Connected", call.startedAt()));
      messages.add(menu.ended(3, offered, call.rings().isEmpty() ? CALLER_HUNG_UP : ROUTED));
    }
    for (int i = 0; i < call.rings().size(); i++) {
      SimulatedRing ring = call.rings().get(i);
      Leg leg = new Leg(call, "phone-" + i, PHONE, from(call), member(phones.extension(ring)));
      messages.add(leg.event(1, "Appeared", ring.from()));
      if (ring.isAnswered()) {
        messages.add(leg.event(2, "Connected", ring.to()));
        messages.add(leg.ended(3, call.talkedUntil(ring), CALLER_HUNG_UP));
      } else {
        messages.add(leg.ended(2, ring.to(), reason(ring.end())));
      }
    }
    return messages;
  }

  private static List<DialectMessage> outgoing(SimulatedCall call, PhoneBook phones) {
    Leg leg = new Leg(call, "phone", PHONE, member(phones.caller(call)), customer(call));
    Instant answeredAt = call.answeredAt();
    return answeredAt == null
        ? List.of(
            leg.event(1, "Appeared", call.startedAt()), leg.ended(2, call.endedAt(), NO_ANSWER))
        : List.of(
            leg.event(1, "Appeared", call.startedAt()),
            leg.event(2, "Connected", answeredAt),
            leg.ended(3, call.endedAt(), CALLER_HUNG_UP));
  }

  private static DialectMessage summary(SimulatedCall call, PhoneBook phones) {
    Instant answeredAt = call.answeredAt();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("entry_id", call.pbxId());
    json.put("call_direction", call.isIncoming() ? 1 : 2);
    json.put("from", call.isIncoming() ? from(call) : member(phones.caller(call)));
    json.put("to", call.isIncoming() ? answerer(call, phones) : customer(call));
    if (call.isIncoming()) {
      json.put("line_number", line(call));
    }
    json.put("create_time", call.startedAt().getEpochSecond());
    json.put("forward_time", 0);
    json.put("talk_time", answeredAt == null ? 0 : answeredAt.getEpochSecond());
    json.put("end_time", call.endedAt().getEpochSecond());
    json.put("entry_result", answeredAt == null ? 0 : 1);
    json.put("disconnect_reason", answeredAt == null ? NO_ANSWER : CALLER_HUNG_UP);
    return signed(call.endedAt(), json).to("/events/summary");
  }

  /** Who answered, else who missed it first. */
  private static Map<String, String> answerer(SimulatedCall call, PhoneBook phones) {
    return call.rings().stream()
        .filter(SimulatedRing::isAnswered)
        .findFirst()
        .or(() -> call.rings().stream().findFirst())
        .map(ring -> member(phones.extension(ring)))
        .orElse(Map.of("number", line(call)));
  }

  private static int reason(RingEnd end) {
    return switch (end) {
      case PICKED_UP, CALLER_HUNG_UP -> CALLER_HUNG_UP;
      case RANG_OUT -> 1163;
      case ENGAGED -> 1121;
      case DECLINED -> 1122;
      case UNREACHABLE -> 1131;
      case TAKEN -> 1182;
    };
  }

  private static Map<String, String> from(SimulatedCall call) {
    String customer = call.customer();
    return Map.of("number", customer == null ? "anonymous" : PhoneBook.digits(customer));
  }

  private static Map<String, String> customer(SimulatedCall call) {
    return Map.of("number", PhoneBook.digits(Objects.requireNonNull(call.customer())));
  }

  private static Map<String, String> member(String extension) {
    return Map.of("extension", extension, "number", "sip:" + extension + "@demo.mangosip.ru");
  }

  private static String line(SimulatedCall call) {
    return PhoneBook.digits(Objects.requireNonNull(call.dialled()));
  }

  private static DialectMessage signed(Instant at, Map<String, ?> json) {
    String text = WebhookJson.text(json);
    return DialectMessage.form(
        at,
        Map.of("vpbx_api_key", KEY, "sign", SecretText.sha256(KEY + text + SALT), "json", text));
  }

  /** One connection of a call. */
  private record Leg(
      SimulatedCall call,
      String id,
      String location,
      Map<String, String> from,
      Map<String, String> to) {

    DialectMessage event(int seq, String state, Instant at) {
      return signed(at, json(seq, state, at)).to("/events/call");
    }

    DialectMessage ended(int seq, Instant at, int reason) {
      Map<String, Object> json = json(seq, "Disconnected", at);
      json.put("disconnect_reason", reason);
      return signed(at, json).to("/events/call");
    }

    private Map<String, Object> json(int seq, String state, Instant at) {
      Map<String, String> far = new LinkedHashMap<>(to);
      if (call.isIncoming()) {
        far.put("line_number", line(call));
      }
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("entry_id", call.pbxId());
      json.put("call_id", call.pbxId() + "-" + id);
      json.put("timestamp", String.valueOf(at.getEpochSecond()));
      json.put("seq", String.valueOf(seq));
      json.put("call_state", state);
      json.put("location", location);
      json.put("from", from);
      json.put("to", far);
      return json;
    }
  }
}
