package calltally.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.field.StrictText;
import calltally.exchange.request.NotifyRequest;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Reads a source's requests by the rules of its exchange.
 *
 * @param zone of times without an offset
 * @param region ISO 3166 region of national numbers
 */
public record NotificationReader(PbxProtocol exchange, ZoneId zone, String region) {

  /** Reads the notifications of the definitions. */
  public NotificationReader(ZoneId zone, String region) {
    this(Exchanges.standard(), zone, region);
  }

  /** The notification in the request, or the rule that it breaks. */
  public ParseResult read(NotifyRequest request, Instant receivedAt) {
    try {
      return exchange.read(exchange.fields(request), receipt(receivedAt));
    } catch (NotANotification e) {
      return Rejection.of(e);
    }
  }

  /** The notification whose fields were kept before, or the rule that they break. */
  public ParseResult restore(NotifyRequest kept, Instant receivedAt) {
    try {
      String json = StrictText.decode(kept.body().content().toArray(), UTF_8);
      return exchange.read(Fields.kept(json), receipt(receivedAt));
    } catch (NotANotification e) {
      return Rejection.of(e);
    }
  }

  private Receipt receipt(Instant receivedAt) {
    return new Receipt(receivedAt, zone, region);
  }
}
