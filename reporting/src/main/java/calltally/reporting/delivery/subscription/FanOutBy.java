package calltally.reporting.delivery.subscription;

import java.util.Locale;

/** The subjects among which a subscription is split into one report each. */
public enum FanOutBy {
  /** Every department of the directory. */
  DEPARTMENT,
  /** Every manager of the directory. */
  MANAGER;

  /** The word in the configuration. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
