package calltally.reporting.handover;

import java.util.Locale;

/** What is known of a task in a CRM. */
enum TaskState {
  /** It was not created yet. */
  DUE,
  /** It exists, as it was created. */
  OPEN,
  /** It exists, and states later missed calls. */
  UPDATED,
  /** It was completed, was deleted in the CRM, or was never needed. */
  CLOSED,
  /** It may have been created. */
  UNKNOWN,
  /** It was given up. */
  FAILED;

  static TaskState parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** The name in the ledger. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isOpen() {
    return this == OPEN || this == UPDATED;
  }
}
