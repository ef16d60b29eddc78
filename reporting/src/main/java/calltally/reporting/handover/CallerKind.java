package calltally.reporting.handover;

import java.util.Locale;

/** What a receiver is notified about a caller. */
enum CallerKind {
  /** They wait for a call-back. */
  WAITING,
  /** They have waited longer than the call-back deadline. */
  OVERDUE,
  /** They wait no longer; follows each of the others. */
  SETTLED;

  static CallerKind parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** The name in the ledger and in webhooks. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
