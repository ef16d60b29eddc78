package calltally.exchange;

import calltally.exchange.text.PhoneNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a request was received, and how its source reads numbers and times.
 *
 * @param receivedAt our clock when the first delivery arrived
 * @param zone of times without an offset
 * @param region ISO 3166 region of national numbers
 */
public record Receipt(Instant receivedAt, ZoneId zone, String region) {

  /** A number in its normal form; null when it is withheld or absent. */
  public @Nullable String number(Optional<String> written) {
    return written.flatMap(text -> PhoneNumber.normalise(text, region)).orElse(null);
  }
}
