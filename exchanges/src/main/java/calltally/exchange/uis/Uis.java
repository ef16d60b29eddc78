package calltally.exchange.uis;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.Capabilities;
import calltally.exchange.Notification;
import calltally.exchange.PbxProtocol;
import calltally.exchange.RawNotification;
import calltally.exchange.Receipt;
import calltally.exchange.Secrets;
import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.field.RequestFields;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.text.EventName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** UIS and its sisters: messages that the customer writes, by templates in {@code steps_en.txt}. */
public final class Uis implements PbxProtocol {

  /** Adds the link of a recording to its call. */
  private static final String RECORDING = "recording";

  private static final Set<CallEvent> EVENTS =
      Set.of(
          CallEvent.INCOMING_CALL_START,
          CallEvent.INCOMING_CALL_START_CHAIN_MEMBER_CALL,
          CallEvent.INCOMING_CALL_ANSWER,
          CallEvent.INCOMING_CALL_END,
          CallEvent.OUTGOING_CALL_START);

  @Override
  public String name() {
    return "uis";
  }

  @Override
  public String title() {
    return "UIS, CoMagic, CallGear, Novofon 2";
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(true, false, false, true);
  }

  @Override
  public Set<String> secretNames() {
    return Set.of();
  }

  @Override
  public boolean requiresProof(Secrets secrets) {
    return false;
  }

  /** The platform signs nothing: the token in the address is the only proof. */
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
    String name = eventName(fields);
    Optional<UisMessage> message = message(fields, receipt.zone());
    if (message.isEmpty()) {
      return Notification.besideCalls(this, receipt, Notification.UNKNOWN + name, fields);
    }
    UisMessage said = message.get();
    String customer = receipt.number(said.customer());
    Notification notification =
        Notification.ofCall(this, receipt, name, said.callId(), said.time(), fields);
    Notification dated = said.hasOffset() ? notification : notification.withoutOffset();
    return said.isOutgoing() ? dated.between(null, customer) : dated.between(customer, null);
  }

  /** What a message says; empty when its event is not one of the templates. */
  static Optional<UisMessage> message(Fields fields, ZoneId zone) {
    String name = eventName(fields);
    Optional<CallEvent> event =
        EVENTS.stream().filter(known -> known.label().equals(name)).findFirst();
    return event.isPresent() || name.equals(RECORDING)
        ? Optional.of(UisMessage.read(event, fields, zone))
        : Optional.empty();
  }

  private static String eventName(Fields fields) {
    return fields
        .word("event")
        .map(EventName::of)
        .orElseThrow(() -> new NotANotification("event", "a notification must have an event"));
  }

  @Override
  public List<CallNotification> translate(List<RawNotification> raw) {
    return UisCall.of(raw).notifications();
  }

  /** Of a message that is no template's, both. */
  @Override
  public List<String> numbers(Fields fields) {
    String name = eventName(fields);
    Stream<String> parties =
        name.startsWith("incoming_call")
            ? Stream.of("caller")
            : name.startsWith("outgoing_call")
                ? Stream.of("receiver")
                : Stream.of("caller", "receiver");
    return parties.flatMap(party -> fields.text(party).stream()).toList();
  }
}
