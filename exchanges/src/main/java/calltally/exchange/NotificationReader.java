package calltally.exchange;

import calltally.exchange.field.NotANotification;
import calltally.exchange.field.RequestFields;
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
      return exchange.read(RequestFields.of(kept), receipt(receivedAt));
    } catch (NotANotification e) {
      return Rejection.of(e);
    }
  }

  private Receipt receipt(Instant receivedAt) {
    return new Receipt(receivedAt, zone, region);
  }
}
