package calltally.reporting.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task in a CRM, claimed by a lease.
 *
 * @param mark of the task's title; the same in a restored database
 * @param revision of the calls that it is to state
 * @param id the CRM's identifier; null until it is known
 * @param dueAt until when the customer is to be called back
 * @param attempts since the last one that succeeded, this one included
 * @param fence number of the claim, under which its holder writes
 * @param department of the line; null when not given
 */
record ClaimedTask(
    Key key,
    String mark,
    TaskState state,
    int revision,
    @Nullable String id,
    Instant dueAt,
    int attempts,
    long fence,
    @Nullable String department,
    NotifiedCaller caller) {

  /** Identifies a row of the ledger. */
  record Key(int sourceId, long callerId, String receiver) {}

  boolean isSettled() {
    return caller.end() != null;
  }
}
