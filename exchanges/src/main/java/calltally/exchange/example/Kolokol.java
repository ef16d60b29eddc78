package calltally.exchange.example;

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
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.text.EventName;
import calltally.exchange.text.SecretText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Kolokol, a made-up exchange: one JSON object for each change of a call. */
public final class Kolokol implements PbxProtocol {

  private static final String KEY = "key";

  /** It is about nothing that a report counts. */
  private static final String PARK = "park";

  @Override
  public String name() {
    return "example";
  }

  @Override
  public String title() {
    return "Kolokol (made up, an example)";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.ALL;
  }

  @Override
  public boolean isExample() {
    return true;
  }

  @Override
  public Set<String> secretNames() {
    return Set.of(KEY);
  }

  /** The key is in the body; whatever the query says proves nothing. */
  @Override
  public Optional<NotifyRequest> authenticate(NotifyRequest request, Secrets secrets, Instant now) {
    NotifyRequest body = request.withoutQuery();
    return secrets.named().isEmpty() || hasKey(body, secrets.named(KEY).orElse(""))
        ? Optional.of(body)
        : Optional.empty();
  }

  private static boolean hasKey(NotifyRequest request, String key) {
    try {
      return RequestFields.of(request)
          .text(KEY)
          .filter(sent -> SecretText.equal(sent, key))
          .isPresent();
    } catch (NotANotification e) {
      return false;
    }
  }

  @Override
  public String proofRule() {
    return "the key must be that of the source";
  }

  @Override
  public NotifyRequest masked(NotifyRequest request) {
    return MaskedRequest.of(request, Set.of(KEY));
  }

  /** All but the key. */
  @Override
  public Fields fields(NotifyRequest request) {
    Map<String, FieldValue> kept =
        new LinkedHashMap<>(RequestFields.of(request.withoutQuery()).values());
    kept.keySet().removeIf(KEY::equalsIgnoreCase);
    return new Fields(kept);
  }

  @Override
  public Notification read(Fields fields, Receipt receipt) {
    String type = type(fields);
    if (type.equals(PARK)) {
      return Notification.besideCalls(this, receipt, type, fields);
    }
    if (KolokolMessage.Type.named(type).isEmpty()) {
      return Notification.besideCalls(this, receipt, Notification.UNKNOWN + type, fields);
    }
    KolokolMessage message = KolokolMessage.read(fields);
    return Notification.ofCall(this, receipt, type, message.callId(), message.time(), fields)
        .between(
            receipt.number(message.outsideCaller()), receipt.number(message.outsideReceiver()));
  }

  private static String type(Fields fields) {
    return fields
        .word("type")
        .map(EventName::of)
        .orElseThrow(() -> new NotANotification("type", "a message must have a type"));
  }

  /** Whatever else it hears, it sends the message again. */
  @Override
  public Reply reply(NotifyRequest request) {
    return new Reply(200, "text/plain", "OK");
  }

  @Override
  public List<CallNotification> translate(List<RawNotification> raw) {
    return KolokolCall.of(raw).notifications();
  }

  /** The outside party; both of a call whose direction is not known. */
  @Override
  public List<String> numbers(Fields fields) {
    return switch (fields.word("dir").orElse("")) {
      case "in" -> fields.text("from").stream().toList();
      case "out" -> fields.text("to").stream().toList();
      case "int" -> List.of();
      default ->
          List.of("from", "to").stream().flatMap(name -> fields.text(name).stream()).toList();
    };
  }
}
