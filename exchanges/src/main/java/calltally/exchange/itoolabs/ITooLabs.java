package calltally.exchange.itoolabs;

import calltally.exchange.CallNotification;
import calltally.exchange.Capabilities;
import calltally.exchange.MaskedRequest;
import calltally.exchange.Notification;
import calltally.exchange.PbxProtocol;
import calltally.exchange.RawNotification;
import calltally.exchange.Receipt;
import calltally.exchange.Reply;
import calltally.exchange.Secrets;
import calltally.exchange.field.FieldValue;
import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.field.RequestFields;
import calltally.exchange.itoolabs.ITooLabsMessage.Direction;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.text.EventName;
import calltally.exchange.text.SecretText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges of the platform ITooLabs: MegaFon, Gravitel, Kcell, Moldcell and others.
 *
 * <p>Events of phones have no time. A history follows when the call is over.
 */
public final class ITooLabs implements PbxProtocol {

  private static final String TOKEN = "crm_token";
  private static final String COMMAND = "cmd";
  private static final String CONTACT = "contact";

  /** No contact: nobody is looked up, and the call is routed as usual. */
  private static final Reply NO_CONTACT = Reply.json("{}");

  @Override
  public String name() {
    return "itoolabs";
  }

  @Override
  public String title() {
    return "ITooLabs (MegaFon, Gravitel, Kcell, Moldcell)";
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(true, true, false, false);
  }

  @Override
  public Set<String> secretNames() {
    return Set.of(TOKEN);
  }

  @Override
  public Optional<NotifyRequest> authenticate(NotifyRequest request, Secrets secrets, Instant now) {
    Optional<String> expected = secrets.named(TOKEN);
    return secrets.named().isEmpty()
            || (expected.isPresent() && SecretText.equal(expected.get(), token(request)))
        ? Optional.of(request)
        : Optional.empty();
  }

  private static String token(NotifyRequest request) {
    try {
      return RequestFields.of(request).text(TOKEN).orElse("");
    } catch (NotANotification e) {
      return "";
    }
  }

  @Override
  public String proofRule() {
    return "crm_token must be the key of the source";
  }

  @Override
  public NotifyRequest masked(NotifyRequest request) {
    return MaskedRequest.of(request, Set.of(TOKEN));
  }

  /** All but the token. */
  @Override
  public Fields fields(NotifyRequest request) {
    Map<String, FieldValue> kept = new LinkedHashMap<>(RequestFields.of(request).values());
    kept.keySet().removeIf(TOKEN::equalsIgnoreCase);
    return new Fields(kept);
  }

  @Override
  public Notification read(Fields fields, Receipt receipt) {
    String command =
        command(fields)
            .orElseThrow(() -> new NotANotification(COMMAND, "a request must have a command"));
    return switch (command) {
      case ITooLabsMessage.EVENT -> event(fields, receipt);
      case ITooLabsMessage.HISTORY -> history(fields, receipt);
      case CONTACT, "rating" ->
          Notification.besideCalls(this, receipt, command, fields)
              .between(number(fields, receipt), null);
      default ->
          Notification.besideCalls(
              this, receipt, Notification.UNKNOWN + EventName.of(command), fields);
    };
  }

  private static Optional<String> command(Fields fields) {
    return fields.word(COMMAND).map(sent -> sent.toLowerCase(Locale.ROOT));
  }

  private Notification event(Fields fields, Receipt receipt) {
    Optional<ITooLabsMessage.Kind> kind = ITooLabsMessage.Kind.of(fields);
    if (kind.isEmpty()) {
      String name = EventName.of(fields.word("type").orElse(""));
      return Notification.besideCalls(this, receipt, Notification.UNKNOWN + name, fields);
    }
    Notification event =
        Notification.ofCall(
            this,
            receipt,
            kind.get().name().toLowerCase(Locale.ROOT),
            ITooLabsMessage.callId(fields),
            null,
            fields);
    return ITooLabsMessage.secondCallId(fields)
        .map(event::alsoNamed)
        .orElse(event)
        .between(outside(fields, Direction.IN, receipt), outside(fields, Direction.OUT, receipt));
  }

  private Notification history(Fields fields, Receipt receipt) {
    ITooLabsHistory history = ITooLabsHistory.read(fields, receipt.zone());
    Notification notification =
        Notification.ofCall(
            this,
            receipt,
            ITooLabsMessage.HISTORY,
            ITooLabsMessage.callId(fields),
            history.end().orElse(null),
            fields);
    return (history.hasOffset() ? notification : notification.withoutOffset())
        .between(outside(fields, Direction.IN, receipt), outside(fields, Direction.OUT, receipt));
  }

  /** The outside party's number in a message that states this direction. */
  private static @Nullable String outside(Fields fields, Direction direction, Receipt receipt) {
    return Direction.stated(fields)
        .filter(direction::equals)
        .map(stated -> number(fields, receipt))
        .orElse(null);
  }

  private static @Nullable String number(Fields fields, Receipt receipt) {
    return receipt.number(ITooLabsMessage.outsideNumber(fields));
  }

  /** An exchange that asks for a contact holds a call while it waits. */
  @Override
  public Reply reply(NotifyRequest request) {
    return command(RequestFields.of(request)).filter(CONTACT::equals).isPresent()
        ? NO_CONTACT
        : Reply.STORED;
  }

  @Override
  public List<CallNotification> translate(List<RawNotification> raw) {
    return ITooLabsCall.of(raw).notifications();
  }

  @Override
  public List<String> numbers(Fields fields) {
    return ITooLabsMessage.outsideNumber(fields).stream().toList();
  }
}
