package calltally.sql.settings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Targets of a source, as shares from 0 to 1 with four decimals; null without a target.
 *
 * @param answerRate target of the answer rate
 * @param serviceLevel target of the service level
 */
public record Targets(@Nullable BigDecimal answerRate, @Nullable BigDecimal serviceLevel) {

  /** No targets. */
  public static final Targets NONE = new Targets(null, null);

  public Targets {
    answerRate = share("answer_rate", answerRate);
    serviceLevel = share("service_level", serviceLevel);
  }

  private static @Nullable BigDecimal share(String name, @Nullable BigDecimal value) {
    if (value == null) {
      return null;
    }
    if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "cannot set target %s: it must be a share from 0 to 1 (was %s)".formatted(name, value));
    }
    return value.setScale(4, RoundingMode.HALF_UP);
  }
}
