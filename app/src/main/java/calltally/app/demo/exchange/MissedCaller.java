package calltally.app.demo.exchange;

import java.time.Instant;

/**
 * A customer with at least one missed call.
 *
 * @param missedCalls number of missed calls
 * @param lastMissedAt end of the last of them
 * @param state what followed that one
 */
public record MissedCaller(String customer, int missedCalls, Instant lastMissedAt, State state) {

  /** What followed the last missed call. */
  public enum State {
    /** A manager called back and the customer answered. */
    RETURNED,
    /** The customer called again and was answered. */
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
