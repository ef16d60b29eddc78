package calltally.app.demo.dialect;

import calltally.app.demo.exchange.SimulatedCall;
import calltally.app.demo.exchange.SimulatedRing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Zadarma: starts of rings, no ends, and no time but that of the call's start. */
final class ZadarmaDialect implements Dialect {

  private static final String LINE = "375290000001";

  @Override
  public String exchange() {
    return "zadarma";
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("secret", ZadarmaMessages.SECRET);
  }

  @Override
  public List<DialectMessage> messages(SimulatedCall call, PhoneBook phones) {
    ZadarmaMessages zadarma = new ZadarmaMessages(call, phones);
    return call.isIncoming() ? incoming(call, phones, zadarma) : outgoing(call, phones, zadarma);
  }

  private static List<DialectMessage> incoming(
      SimulatedCall call, PhoneBook phones, ZadarmaMessages zadarma) {
    List<DialectMessage> messages = new ArrayList<>();
    messages.add(zadarma.ofLine("NOTIFY_START", call.startedAt(), Map.of()));
    String last = "";
    for (SimulatedRing ring : call.rings()) {
      String extension = phones.extension(ring);
      messages.add(zadarma.ofLine("NOTIFY_INTERNAL", ring.from(), Map.of("internal", extension)));
      if (ring.isAnswered()) {
        last = extension;
        messages.add(zadarma.answer(ring.to(), zadarma.caller(), extension, extension));
      }
    }
    if (!call.endIsLost()) {
      Map<String, String> end = new LinkedHashMap<>(zadarma.result());
      end.put("internal", last);
      messages.add(zadarma.ofLine("NOTIFY_END", call.endedAt(), end));
    }
    return messages;
  }

  private static List<DialectMessage> outgoing(
      SimulatedCall call, PhoneBook phones, ZadarmaMessages zadarma) {
    String extension = phones.caller(call);
    List<DialectMessage> messages = new ArrayList<>();
    messages.add(zadarma.out("NOTIFY_OUT_START", call.startedAt(), extension, Map.of()));
    Instant answeredAt = call.answeredAt();
    if (answeredAt != null) {
      messages.add(zadarma.answer(answeredAt, LINE, zadarma.caller(), extension));
    }
    messages.add(zadarma.out("NOTIFY_OUT_END", call.endedAt(), extension, zadarma.result()));
    return messages;
  }
}
