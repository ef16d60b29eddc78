package calltally.reporting.delivery;

import java.util.Locale;

/** How far a mailing has come. */
enum MailingState {
  /** Its report has to be made. */
  DUE,
  /** Its report is being made. */
  RENDERING,
  /** Its report lies in the archive. */
  RENDERED,
  /** There was nothing to tell, and so nobody gets it. */
  EMPTY,
  /** Its report could not be made. */
  FAILED,
  /** It was too old when the service came back. */
  SKIPPED,
  /** Its subscription had left the configuration before it was made. */
  WITHDRAWN;

  static MailingState of(String written) {
    return valueOf(written.toUpperCase(Locale.ROOT));
  }

  /** As the ledger writes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
