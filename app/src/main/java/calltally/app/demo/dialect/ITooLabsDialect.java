package calltally.app.demo.dialect;

import calltally.app.demo.exchange.RingEnd;
import calltally.app.demo.exchange.SimulatedCall;
import calltally.app.demo.exchange.SimulatedRing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** ITooLabs: a command for each change of a phone, and a history for each part of a call. */
final class ITooLabsDialect implements Dialect {

  private static final String TOKEN = "demo-token";
  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Override
  public String exchange() {
    return "itoolabs";
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("crm_token", TOKEN);
  }

  @Override
  public List<DialectMessage> messages(SimulatedCall call, PhoneBook phones) {
    return call.isIncoming() ? incoming(call, phones) : outgoing(call, phones);
  }

  /** Every other transferred call gets another callid for its second part. */
  private static List<DialectMessage> incoming(SimulatedCall call, PhoneBook phones) {
    List<SimulatedRing> answers = call.rings().stream().filter(SimulatedRing::isAnswered).toList();
    boolean isSplit = answers.size() == 2 && call.pbxId().hashCode() % 2 == 0;
    SimulatedRing second = isSplit ? answers.get(1) : null;
    CallPart first = new CallPart(call, call.pbxId());
    CallPart rest = second == null ? first : new CallPart(call, call.pbxId() + "-2");
    List<DialectMessage> messages = new ArrayList<>();
    for (SimulatedRing ring : call.rings()) {
      CallPart part = ring.equals(second) ? rest : first;
      String extension = phones.extension(ring);
      messages.add(part.event("INCOMING", extension, ring.from()));
      if (ring.isAnswered()) {
        Instant until = call.talkedUntil(ring);
        messages.add(part.event("ACCEPTED", extension, ring.to()));
        messages.add(part.event("COMPLETED", extension, until));
        if (answers.size() == 2 && ring.equals(answers.get(0))) {
          messages.add(part.transferred(extension, until, rest));
        }
      } else {
        messages.add(part.event("CANCELLED", extension, ring.to()));
      }
    }
    if (!call.endIsLost() && second == null) {
      messages.add(first.history("in", call.startedAt(), call.answeredAt(), call.endedAt()));
    } else if (!call.endIsLost() && second != null) {
      messages.add(first.history("in", call.startedAt(), call.answeredAt(), second.to()));
      messages.add(rest.history("in", second.from(), second.to(), call.endedAt()));
    }
    return messages;
  }

  private static List<DialectMessage> outgoing(SimulatedCall call, PhoneBook phones) {
    CallPart part = new CallPart(call, call.pbxId());
    String extension = phones.caller(call);
    List<DialectMessage> messages = new ArrayList<>();
    messages.add(part.event("OUTGOING", extension, call.startedAt()));
    Instant answeredAt = call.answeredAt();
    if (answeredAt == null) {
      messages.add(part.event("CANCELLED", extension, call.endedAt()));
    } else {
      messages.add(part.event("ACCEPTED", extension, answeredAt));
      messages.add(part.event("COMPLETED", extension, call.endedAt()));
    }
    messages.add(part.history("out", call.startedAt(), answeredAt, call.endedAt()));
    return messages;
  }

  /** What has one callid. */
  private record CallPart(SimulatedCall call, String id) {

    DialectMessage event(String type, String extension, Instant at) {
      return DialectMessage.form(at, fields(type, extension));
    }

    DialectMessage transferred(String extension, Instant at, CallPart next) {
      Map<String, Object> fields = fields("TRANSFERRED", extension);
      if (!next.id().equals(id)) {
        fields.put("second_callid", next.id());
      }
      return DialectMessage.form(at, fields);
    }

    private Map<String, Object> fields(String type, String extension) {
      Map<String, Object> fields = common("event", type);
      fields.put("ext", extension);
      fields.put("direction", call.isIncoming() ? "in" : "out");
      return fields;
    }

    DialectMessage history(String type, Instant start, @Nullable Instant answeredAt, Instant end) {
      Map<String, Object> fields = common("history", type);
      fields.put("status", answeredAt == null ? unanswered() : "Success");
      fields.put("start", START.format(start));
      if (answeredAt != null) {
        fields.put("wait", Duration.between(start, answeredAt).toSeconds());
      }
      fields.put("duration", Duration.between(start, end).toSeconds());
      return DialectMessage.form(end, fields);
    }

    private String unanswered() {
      return call.rings().stream().anyMatch(ring -> ring.end() == RingEnd.RANG_OUT)
          ? "Missed"
          : "Cancel";
    }

    private Map<String, Object> common(String command, String type) {
      String customer = call.customer();
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("cmd", command);
      fields.put("type", type);
      fields.put("phone", customer == null ? "anonymous" : PhoneBook.digits(customer));
      if (call.isIncoming()) {
        fields.put("diversion", PhoneBook.digits(Objects.requireNonNull(call.dialled())));
      }
      fields.put("callid", id);
      fields.put("crm_token", TOKEN);
      return fields;
    }
  }
}
