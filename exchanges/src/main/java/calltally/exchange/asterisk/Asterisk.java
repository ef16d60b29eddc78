package calltally.exchange.asterisk;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.Capabilities;
import calltally.exchange.Notification;
import calltally.exchange.RawNotification;
import calltally.exchange.Receipt;
import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.field.RequestFields;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.sipsim.SignedBody;
import calltally.exchange.text.EventName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asterisk by the recipe {@code calltally.conf}: the events of the definitions, with the names of
 * channels, causes and states as Asterisk writes them. The recipe signs nothing.
 */
public final class Asterisk implements SignedBody {

  /** By which an administrator tries the way to Calltally. */
  private static final String TEST = "test";

  @Override
  public String name() {
    return "asterisk";
  }

  @Override
  public String title() {
    return "Asterisk, FreePBX";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.ALL;
  }

  @Override
  public Fields fields(NotifyRequest request) {
    return RequestFields.of(request);
  }

  @Override
  public Notification read(Fields fields, Receipt receipt) {
    String event =
        fields
            .word("event")
            .map(EventName::of)
            .orElseThrow(() -> new NotANotification("event", "a notification must have an event"));
    if (event.equals(TEST)) {
      return Notification.besideCalls(this, receipt, event, fields);
    }
    return AsteriskEvent.named(event)
        .map(known -> ofCall(new AsteriskNotification(known, fields), receipt))
        .orElseGet(
            () -> Notification.besideCalls(this, receipt, Notification.UNKNOWN + event, fields));
  }

  private Notification ofCall(AsteriskNotification read, Receipt receipt) {
    return Notification.ofCall(
            this, receipt, read.event().label(), read.callId(), read.time(), read.fields())
        .between(receipt.number(read.outsideCaller()), receipt.number(read.outsideReceiver()));
  }

  @Override
  public List<CallNotification> translate(List<RawNotification> raw) {
    return raw.stream()
        .flatMap(
            next ->
                AsteriskEvent.named(next.event()).stream()
                    .map(event -> new AsteriskNotification(event, next.fields()).translated(next)))
        .toList();
  }

  /** The outside party of a call; both of what is not known. */
  @Override
  public List<String> numbers(Fields fields) {
    Optional<CallEvent> event =
        fields.word("event").map(EventName::of).flatMap(AsteriskEvent::named);
    return Stream.of("caller", "receiver")
        .filter(name -> event.isEmpty() || event.get().isIncoming() == name.equals("caller"))
        .flatMap(name -> fields.text(name).stream())
        .toList();
  }
}
