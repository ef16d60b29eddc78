package calltally.reporting.handover;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a request to a CRM. */
public sealed interface CrmAnswer {

  /** In words, for the ledger and the log; without secrets and customers' numbers. */
  String words();

  /**
   * The CRM has the task as it was asked to.
   *
   * @param id the CRM's identifier of the task
   */
  record Done(String id, String words) implements CrmAnswer {}

  /** The CRM has no such task. */
  record Missing(String words) implements CrmAnswer {}

  /** The CRM did nothing, because of something about this task. */
  record Refused(String words) implements CrmAnswer {}

  /**
   * The CRM did not answer as it should, and will hardly do so for other tasks.
   *
   * @param mayHaveActed whether it may have done what it was asked to
   * @param retryAfter how long it asks to wait; null if it does not
   */
  record Unavailable(String words, boolean mayHaveActed, @Nullable Duration retryAfter)
      implements CrmAnswer {}
}
