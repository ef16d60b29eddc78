package calltally.exchange;

import calltally.exchange.field.Fields;
import calltally.exchange.text.PhoneNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One notification of a call as the journal keeps it, before its translation.
 *
 * @param callId the exchange's identifier of the call, by which it was stored
 * @param occurredAt the exchange's clock; the time of receipt where it reports none
 * @param digest hexadecimal; equal for repeated deliveries
 * @param zone in force at receipt
 * @param region in force at receipt
 */
public record RawNotification(
    String event,
    String callId,
    Instant occurredAt,
    Instant receivedAt,
    String digest,
    ZoneId zone,
    String region,
    Fields fields) {

  /** A number in its normal form; empty when it is withheld. */
  public Optional<String> number(String written) {
    return PhoneNumber.normalise(written, region);
  }
}
