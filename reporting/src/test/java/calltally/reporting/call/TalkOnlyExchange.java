package calltally.reporting.call;

import static java.util.Comparator.comparing;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.Capabilities;
import calltally.exchange.Notification;
import calltally.exchange.PbxProtocol;
import calltally.exchange.RawNotification;
import calltally.exchange.Receipt;
import calltally.exchange.Secrets;
import calltally.exchange.field.Fields;
import calltally.exchange.field.RequestFields;
import calltally.exchange.request.NotifyRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An exchange that reports neither rings nor times: who called, who answered, and the end. */
public final class TalkOnlyExchange implements PbxProtocol {

  @Override
  public String name() {
    return "talkonly";
  }

  @Override
  public String title() {
    return "Talk only";
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(false, false, false, false);
  }

  @Override
  public Set<String> secretNames() {
    return Set.of();
  }

  @Override
  public Optional<NotifyRequest> authenticate(NotifyRequest request, Secrets secrets, Instant now) {
    return Optional.of(request);
  }

  @Override
  public Fields fields(NotifyRequest request) {
    return RequestFields.of(request);
  }

  @Override
  public Notification read(Fields fields, Receipt receipt) {
    String event = fields.text("what").orElse("other");
    return Notification.ofCall(this, receipt, event, fields.text("call").orElse(""), null, fields);
  }

  @Override
  public List<CallNotification> translate(List<RawNotification> raw) {
    List<RawNotification> ordered = new ArrayList<>(raw);
    ordered.sort(comparing(RawNotification::occurredAt).thenComparing(RawNotification::digest));
    RawNotification first = ordered.get(0);
    List<CallNotification> said = new ArrayList<>();
    for (RawNotification next : ordered) {
      switch (next.event()) {
        case "start" -> said.add(of(CallEvent.INCOMING_CALL_START, next, first, "line"));
        case "answer" -> said.add(of(CallEvent.INCOMING_CALL_ANSWER, next, first, "who"));
        case "end" ->
            said.add(
                of(CallEvent.INCOMING_CALL_END, next, first, "line")
                    .ended(next.fields().text("how").orElse(null)));
        case "broken" -> throw new IllegalStateException("cannot translate");
        default -> {
          // Says nothing of the call.
        }
      }
    }
    return said;
  }

  private static CallNotification of(
      CallEvent event, RawNotification next, RawNotification first, String receiver) {
    return CallNotification.of(
        event,
        next.occurredAt(),
        next,
        first.fields().text("from").flatMap(first::number).orElse(null),
        next.fields().text(receiver).flatMap(next::number).orElse(null));
  }

  @Override
  public List<String> numbers(Fields fields) {
    return fields.text("from").stream().toList();
  }
}
