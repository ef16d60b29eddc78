package calltally.reporting.delivery;

import java.util.Locale;

/** The progress of one copy of a report. */
enum DeliveryState {
  /** Waits for its first or next attempt. */
  WAITING,
  /** Is being sent. */
  SENDING,
  /** Was accepted by the server. */
  SENT,
  /** Was sent in full, but the server's reply was lost. */
  UNCERTAIN,
  /** Was given up. */
  FAILED;

  static DeliveryState of(String written) {
    return valueOf(written.toUpperCase(Locale.ROOT));
  }

  /** The name in the ledger. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
