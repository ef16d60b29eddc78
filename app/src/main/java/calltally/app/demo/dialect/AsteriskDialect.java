package calltally.app.demo.dialect;

import calltally.app.demo.exchange.RingEnd;
import calltally.app.demo.exchange.SimulatedCall;
import calltally.app.demo.exchange.SimulatedRing;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Asterisk by the recipe for its dialplan. */
final class AsteriskDialect implements Dialect {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public String exchange() {
    return "asterisk";
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
    String line = Objects.requireNonNull(call.dialled());
    List<DialectMessage> messages = new ArrayList<>();
    messages.add(line(call, "incoming_call_start", call.startedAt(), line, Map.of()));
    for (int i = 0; i < call.rings().size(); i++) {
      SimulatedRing ring = call.rings().get(i);
      String channel = channel(phones.extension(ring), i + 1);
      messages.add(
          line(call, "incoming_call_start_chain_member_call", ring.from(), channel, Map.of()));
      Instant until = ring.isAnswered() ? call.talkedUntil(ring) : ring.to();
      if (ring.isAnswered()) {
        messages.add(line(call, "incoming_call_answer", ring.to(), channel, Map.of()));
      }
      messages.add(
          line(
              call,
              "incoming_call_end_chain_member_call",
              until,
              channel,
              Map.of(
                  "state",
                  ring.isAnswered() ? "Up" : "Ringing",
                  "cause",
                  String.valueOf(cause(ring.end())))));
    }
    if (!call.endIsLost()) {
      String status = call.isAnswered() ? "ANSWER" : "NOANSWER";
      messages.add(
          line(call, "incoming_call_end", call.endedAt(), line, Map.of("dialstatus", status)));
    }
    return messages;
  }

  private static List<DialectMessage> outgoing(SimulatedCall call, PhoneBook phones) {
    String channel = channel(phones.caller(call), 1);
    List<DialectMessage> messages = new ArrayList<>();
    messages.add(dialled(call, "outgoing_call_start", call.startedAt(), channel, Map.of()));
    Instant answeredAt = call.answeredAt();
    if (answeredAt != null) {
      messages.add(dialled(call, "outgoing_call_answer", answeredAt, channel, Map.of()));
    }
    String status = answeredAt == null ? "NOANSWER" : "ANSWER";
    messages.add(
        dialled(call, "outgoing_call_end", call.endedAt(), channel, Map.of("dialstatus", status)));
    return messages;
  }

  /** Causes of Q.850. */
  private static int cause(RingEnd end) {
    return switch (end) {
      case PICKED_UP, CALLER_HUNG_UP -> 16;
      case RANG_OUT -> 0;
      case ENGAGED -> 17;
      case DECLINED -> 21;
      case UNREACHABLE -> 20;
      case TAKEN -> 26;
    };
  }

  private static String channel(String extension, int number) {
    return "PJSIP/%s-%08x".formatted(extension, number);
  }

  /** A hidden number is not sent. */
  private static DialectMessage line(
      SimulatedCall call, String event, Instant at, String receiver, Map<String, String> others) {
    String customer = call.customer();
    return message(call, event, at, customer == null ? "" : customer, receiver, others);
  }

  private static DialectMessage dialled(
      SimulatedCall call, String event, Instant at, String channel, Map<String, String> others) {
    return message(call, event, at, channel, Objects.requireNonNull(call.customer()), others);
  }

  private static DialectMessage message(
      SimulatedCall call,
      String event,
      Instant at,
      String caller,
      String receiver,
      Map<String, String> others) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("event", event);
    fields.put("time", TIME.format(at));
    fields.put("pbx_id", call.pbxId());
    fields.put("caller", caller);
    fields.put("receiver", receiver);
    fields.putAll(others);
    return DialectMessage.form(at, fields);
  }
}
