package calltally.exchange.zadarma;

import calltally.exchange.CallNotification;
import calltally.exchange.Capabilities;
import calltally.exchange.Notification;
import calltally.exchange.PbxProtocol;
import calltally.exchange.RawNotification;
import calltally.exchange.Receipt;
import calltally.exchange.Reply;
import calltally.exchange.Secrets;
import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.field.RequestFields;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import calltally.exchange.text.OccurrenceTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Zadarma: a message for each phone that begins to ring, none when it stops. */
public final class Zadarma implements PbxProtocol {

  private static final String SECRET = "secret";
  private static final String ECHO = "zd_echo";

  /** Any member could be taken for a command, such as to redirect the call. */
  private static final Reply NOTHING = Reply.json("{}");

  @Override
  public String name() {
    return "zadarma";
  }

  @Override
  public String title() {
    return "Zadarma, Novofon 1";
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(true, false, false, false);
  }

  @Override
  public Set<String> secretNames() {
    return Set.of(SECRET);
  }

  @Override
  public Set<String> headers() {
    return Set.of(ZadarmaSignature.HEADER.toLowerCase(Locale.ROOT));
  }

  @Override
  public Optional<NotifyRequest> authenticate(NotifyRequest request, Secrets secrets, Instant now) {
    if (secrets.named().isEmpty()) {
      return Optional.of(request);
    }
    NotifyRequest body = request.withoutQuery();
    return secrets
        .named(SECRET)
        .filter(secret -> !secret.isEmpty() && ZadarmaSignature.proves(body, secret))
        .map(proven -> body);
  }

  /** The address is accepted only when it returns what it is given. */
  @Override
  public Optional<Reply> verify(NotifyRequest request) {
    if (request.method() != RequestMethod.GET) {
      return Optional.empty();
    }
    try {
      return RequestFields.of(request)
          .text(ECHO)
          .map(text -> new Reply(200, "text/plain; charset=utf-8", text));
    } catch (NotANotification e) {
      return Optional.empty();
    }
  }

  @Override
  public Fields fields(NotifyRequest request) {
    return RequestFields.of(request);
  }

  @Override
  public Notification read(Fields fields, Receipt receipt) {
    String name = ZadarmaEvent.name(fields);
    ZadarmaEvent event = ZadarmaEvent.of(fields);
    if (!event.isOfCall()) {
      boolean isKnown = event != ZadarmaEvent.UNKNOWN;
      return Notification.besideCalls(
              this, receipt, isKnown ? name : Notification.UNKNOWN + name, fields)
          .between(receipt.number(fields.text("caller_id")), null);
    }
    ZadarmaMessage message = ZadarmaMessage.read(fields, receipt.zone());
    OccurrenceTime time = event.isStart() ? message.callStart().orElse(null) : null;
    Notification notification =
        Notification.ofCall(
            this, receipt, name, message.callId(), time == null ? null : time.instant(), fields);
    return (time == null || time.hasOffset() ? notification : notification.withoutOffset())
        .between(
            receipt.number(message.outsideCaller()), receipt.number(message.outsideReceiver()));
  }

  @Override
  public Reply reply(NotifyRequest request) {
    return NOTHING;
  }

  @Override
  public List<CallNotification> translate(List<RawNotification> raw) {
    return ZadarmaCall.of(raw).notifications();
  }

  /** The customer's, and what a caller keys in; both numbers where the party is not certain. */
  @Override
  public List<String> numbers(Fields fields) {
    return Stream.concat(
            customers(fields).stream().flatMap(name -> fields.text(name).stream()),
            fields.inside("wait_dtmf").text("digits").stream())
        .toList();
  }

  private static List<String> customers(Fields fields) {
    String callId = fields.word("pbx_call_id").orElse("");
    return switch (ZadarmaEvent.of(fields)) {
      case NOTIFY_START, NOTIFY_INTERNAL, NOTIFY_END, NOTIFY_RECORD -> List.of("caller_id");
      case NOTIFY_IVR -> List.of("caller_id", "wait_dtmf[digits]");
      case NOTIFY_OUT_START, NOTIFY_OUT_END -> List.of("destination");
      case NOTIFY_ANSWER ->
          callId.startsWith("out_")
              ? List.of("destination")
              : callId.startsWith("in_")
                  ? List.of("caller_id")
                  : List.of("caller_id", "destination");
      case UNKNOWN -> List.of("caller_id", "destination");
    };
  }
}
