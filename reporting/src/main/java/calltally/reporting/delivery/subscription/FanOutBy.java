package calltally.reporting.delivery.subscription;

import java.util.Locale;

/** Of what a subscription makes a report each. */
public enum FanOutBy {
  /** Every department of the directory. */
  DEPARTMENT,
  /** Every manager of the directory. */
  MANAGER;

  /** As the configuration writes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
