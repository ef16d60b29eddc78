package calltally.exchange;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * By whose rules a notification is read, and with which settings of its source.
 *
 * @param exchange name of the protocol
 * @param zone of times without an offset; null when they were read at intake
 * @param region ISO 3166 region of national numbers; null when they were read at intake
 */
public record Origin(String exchange, @Nullable ZoneId zone, @Nullable String region) {

  /** Of an exchange whose notifications are translated when the call is derived. */
  public static Origin of(PbxProtocol exchange, Receipt receipt) {
    return new Origin(exchange.name(), receipt.zone(), receipt.region());
  }
}
