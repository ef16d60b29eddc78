package calltally.exchange.mango;

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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mango Office VPBX: one request for each change of a leg, and a summary at the end. */
public final class Mango implements PbxProtocol {

  static final String JSON = "json";
  private static final String PATH = "path";

  @Override
  public String name() {
    return "mango";
  }

  @Override
  public String title() {
    return "Mango Office";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.ALL;
  }

  @Override
  public Set<String> secretNames() {
    return Set.of(MangoSignature.API_KEY, MangoSignature.SALT);
  }

  @Override
  public boolean hasPath(String path) {
    return true;
  }

  /** The signature covers the field json of the body, and nothing else. */
  @Override
  public Optional<NotifyRequest> authenticate(NotifyRequest request, Secrets secrets, Instant now) {
    if (secrets.named().isEmpty()) {
      return Optional.of(request);
    }
    NotifyRequest body = request.withoutQuery();
    return MangoSignature.isValid(body, secrets) ? Optional.of(body) : Optional.empty();
  }

  @Override
  public NotifyRequest masked(NotifyRequest request) {
    return MaskedRequest.of(request, MangoSignature.FIELDS);
  }

  /** The object in the field json, and the path: key and signature are left out. */
  @Override
  public Fields fields(NotifyRequest request) {
    String text =
        RequestFields.of(request)
            .word(JSON)
            .orElseThrow(() -> new NotANotification(JSON, "the field must be a JSON object"));
    Map<String, FieldValue> kept = new LinkedHashMap<>();
    kept.put(PATH, new FieldValue.Text(request.path()));
    kept.put(JSON, new FieldValue.Members(json(text).values()));
    return new Fields(kept);
  }

  private static Fields json(String text) {
    try {
      return Fields.ofJson(text);
    } catch (NotANotification e) {
      throw new NotANotification(JSON, e.rule());
    }
  }

  /** What a message is follows from its members: the vendor's own samples mix up the paths. */
  @Override
  public Notification read(Fields fields, Receipt receipt) {
    Fields json = fields.inside(JSON);
    if (json.has("call_state")) {
      MangoLegEvent event = MangoLegEvent.read(json);
      return Notification.ofCall(this, receipt, "call", event.entryId(), event.time(), fields)
          .between(receipt.number(event.outsideCaller()), receipt.number(event.outsideReceiver()));
    }
    if (json.has("entry_result")) {
      MangoSummary summary = MangoSummary.read(json);
      return Notification.ofCall(
              this, receipt, "summary", summary.entryId(), summary.endTime(), fields)
          .between(
              receipt.number(summary.outsideCaller()), receipt.number(summary.outsideReceiver()));
    }
    String path = fields.text(PATH).orElse("");
    boolean isKnown = path.matches("(?:events/(?:recording|dtmf|sms)|result/).*");
    String event = EventName.of(path);
    return Notification.besideCalls(
        this, receipt, isKnown ? event : Notification.UNKNOWN + event, fields);
  }

  /** Mango judges by the status alone. */
  @Override
  public Reply reply(NotifyRequest request) {
    return Reply.STORED;
  }

  @Override
  public List<CallNotification> translate(List<RawNotification> raw) {
    return MangoCall.of(raw).notifications();
  }

  /** Those of outside parties: a line's number is the company's own. */
  @Override
  public List<String> numbers(Fields fields) {
    Fields json = fields.inside(JSON);
    MangoParty from = MangoParty.of(json.inside("from"));
    MangoParty to = MangoParty.of(json.inside("to"));
    if (!from.isMember()) {
      return from.number().stream().toList();
    }
    return to.isMember() ? List.of() : to.number().stream().toList();
  }
}
