package calltally.reporting.delivery;

import java.util.Locale;

/** The progress of a mailing. */
enum MailingState {
  /** Its report is due. */
  DUE,
  /** Its report is being made. */
  RENDERING,
  /** Its report is in the archive. */
  RENDERED,
  /** Its report had nothing to say, and so nobody gets it. */
  EMPTY,
  /** Its report could not be made. */
  FAILED,
  /** It was too old when the service came back. */
  SKIPPED,
  /** Its subscription left the configuration before the report was made. */
  WITHDRAWN;

  static MailingState of(String written) {
    return valueOf(written.toUpperCase(Locale.ROOT));
  }

  /** The name in the ledger. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
