package calltally.reporting.handover;

import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt at a task.
 *
 * @param id the CRM's identifier; null while it is unknown
 * @param isWritten whether the CRM now has the calls that the task is to state
 * @param failure why nothing is certain or done; null when the attempt succeeded
 */
record TaskResult(
    TaskState state,
    @Nullable String id,
    boolean isWritten,
    String words,
    @Nullable CrmAnswer failure) {

  /** The task is now in the state. */
  static TaskResult of(TaskState state, @Nullable String id, String words) {
    return new TaskResult(state, id, true, words, null);
  }

  /** The task existed before. */
  static TaskResult found(String id, String words) {
    return new TaskResult(TaskState.OPEN, id, false, words, null);
  }

  /** Nothing was done, as far as is known. */
  static TaskResult failed(TaskState state, @Nullable String id, CrmAnswer failure) {
    return new TaskResult(state, id, false, failure.words(), failure);
  }
}
