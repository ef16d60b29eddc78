package calltally.reporting.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The result of one attempt to notify a receiver.
 *
 * @param isTaken whether the receiver has the notice
 * @param isRefused whether the receiver will never take it, so that no further attempt is made
 * @param answer what the receiver answered, or why it was not reached; never what was sent
 * @param retryAfter how long the receiver asks to wait before the next attempt; null if it does not
 */
public record NotifyResult(
    boolean isTaken, boolean isRefused, String answer, @Nullable Duration retryAfter) {

  /** The receiver has it. */
  public static NotifyResult taken(String answer) {
    return new NotifyResult(true, false, answer, null);
  }

  /** The receiver does not have it, as far as is known. */
  public static NotifyResult failed(String answer) {
    return new NotifyResult(false, false, answer, null);
  }

  /** The receiver is to be tried again later. */
  public static NotifyResult postponed(String answer, @Nullable Duration retryAfter) {
    return new NotifyResult(false, false, answer, retryAfter);
  }

  /** The receiver will not take it. */
  public static NotifyResult refused(String answer) {
    return new NotifyResult(false, true, answer, null);
  }
}
