package calltally.app.demo.exchange;

import java.time.Instant;

/**
 * A customer with at least one missed or presumed missed call.
 *
 * @param missedCalls number of missed calls
 * @param presumedCalls number of calls presumed missed: nobody answered, and no end was reported
 * @param lastMissedAt end of the last of them all, of a presumed one its start
 * @param state what followed that one
 */
public record MissedCaller(
    String customer, int missedCalls, int presumedCalls, Instant lastMissedAt, State state) {

  /** What followed the last missed call. */
  public enum State {
    /** A manager called back and talked with the customer. */
    RETURNED,
    /** The customer called again and talked with a manager. */
    CAME_BACK,
    /** A manager called back without success. */
    TRIED,
    /** Nothing happened. */
    OUTSTANDING
  }

  /** Whether the customer still waits for a call. */
  public boolean isWaiting() {
    return state == State.TRIED || state == State.OUTSTANDING;
  }
}
