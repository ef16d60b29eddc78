package calltally.reporting.delivery;

import java.util.Locale;

/** How far one copy of a report has come. */
enum DeliveryState {
  /** It waits for its first or next attempt. */
  RENDERED,
  /** It is being handed over. */
  SENDING,
  /** The server has taken it. */
  SENT,
  /** It was handed over, but the server's answer was lost. */
  UNCERTAIN,
  /** It was given up. */
  FAILED;

  static DeliveryState of(String written) {
    return valueOf(written.toUpperCase(Locale.ROOT));
  }

  /** As the ledger writes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
