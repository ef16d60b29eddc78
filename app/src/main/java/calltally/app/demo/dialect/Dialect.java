package calltally.app.demo.dialect;

import calltally.app.demo.exchange.SimulatedCall;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * What one exchange would send of a simulated call.
 *
 * <p>It follows the samples of the exchange's folder, and no code that reads them.
 */
public interface Dialect {

  /** The name of the exchange in the configuration. */
  String exchange();

  /** The secrets by which it proves its messages; empty when it has none. */
  default Map<String, String> secrets() {
    return Map.of();
  }

  /** Its clock has no smaller unit. */
  default ChronoUnit precision() {
    return ChronoUnit.SECONDS;
  }

  /**
   * All that it sends of a call, in any order; nothing of a call that it never reports.
   *
   * @param call with times of its precision
   */
  List<DialectMessage> messages(SimulatedCall call, PhoneBook phones);
}
