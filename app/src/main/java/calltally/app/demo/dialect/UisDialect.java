package calltally.app.demo.dialect;

import calltally.app.demo.exchange.SimulatedCall;
import calltally.app.demo.exchange.SimulatedRing;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** UIS by its published templates: starts of rings, no ends. An extension is an employee's id. */
final class UisDialect implements Dialect {

  private static final String LINE = "375290000001";

  @Override
  public String exchange() {
    return "uis";
  }

  @Override
  public List<DialectMessage> messages(SimulatedCall call, PhoneBook phones) {
    Templates templates = new Templates(call, phones);
    return call.isIncoming()
        ? incoming(call, phones, templates)
        : outgoing(call, phones, templates);
  }

  private static List<DialectMessage> incoming(
      SimulatedCall call, PhoneBook phones, Templates templates) {
    String line = PhoneBook.digits(Objects.requireNonNull(call.dialled()));
    List<DialectMessage> messages = new ArrayList<>();
    messages.add(
        templates.message("incoming_call_start", call.startedAt(), Map.of("receiver", line)));
    String last = null;
    for (SimulatedRing ring : call.rings()) {
      String extension = phones.extension(ring);
      messages.add(templates.ring(ring.from(), extension, "in"));
      if (ring.isAnswered()) {
        last = extension;
        messages.add(templates.answer(ring.to(), extension, "in"));
      }
    }
    if (!call.endIsLost()) {
      if (last == null) {
        messages.add(
            templates.message(
                "incoming_call_end",
                call.endedAt(),
                Map.of("receiver", line, "status", "missed", "duration", 0)));
      }
      messages.add(templates.finished(line, last == null ? "" : last, "in"));
    }
    return messages;
  }

  private static List<DialectMessage> outgoing(
      SimulatedCall call, PhoneBook phones, Templates templates) {
    String extension = phones.caller(call);
    List<DialectMessage> messages = new ArrayList<>();
    messages.add(templates.outgoing(extension));
    messages.add(templates.ring(call.startedAt(), extension, "out"));
    Instant answeredAt = call.answeredAt();
    if (answeredAt != null) {
      messages.add(templates.answer(answeredAt, extension, "out"));
    }
    messages.add(templates.finished(LINE, extension, "out"));
    return messages;
  }

  /** The templates, filled in for one call. */
  private record Templates(SimulatedCall call, PhoneBook phones) {

    DialectMessage ring(Instant at, String extension, String direction) {
      return message(
          "incoming_call_start_chain_member_call",
          at,
          Map.of("receiver", extension, "leg_id", at.getEpochSecond(), "direction", direction));
    }

    DialectMessage answer(Instant at, String extension, String direction) {
      return message(
          "incoming_call_answer", at, Map.of("receiver", extension, "direction", direction));
    }

    DialectMessage finished(String line, String employee, String direction) {
      return message(
          "incoming_call_end",
          call.endedAt(),
          Map.of(
              "receiver",
              line,
              "employee",
              employee,
              "duration",
              call.talk().toSeconds(),
              "direction",
              direction));
    }

    DialectMessage outgoing(String extension) {
      return message(
          "outgoing_call_start",
          call.startedAt(),
          Map.of("caller", extension, "receiver", customer()));
    }

    /** Of an outgoing call, {@code caller} is still the customer. */
    DialectMessage message(String event, Instant at, Map<String, ?> others) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("event", event);
      fields.put(
          "time",
          DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
              .withZone(phones.zone())
              .format(at));
      fields.put("pbx_id", Long.valueOf(call.pbxId().replace(".", "")));
      fields.put("caller", customer());
      fields.putAll(others);
      return DialectMessage.json(at, fields);
    }

    private String customer() {
      String customer = call.customer();
      return customer == null ? "anonymous" : PhoneBook.digits(customer);
    }
  }
}
