package calltally.app.demo.exchange;

import java.time.Instant;

/**
 * A customer with at least one missed call.
 *
 * @param missedCalls how many of his calls were missed
 * @param lastMissedAt end of the last of them
 * @param state what came of that one
 */
public record MissedCaller(String customer, int missedCalls, Instant lastMissedAt, State state) {

  /** What became of a missed caller. */
  public enum State {
    /** A manager called him and he answered. */
    RETURNED,
    /** He called again and was answered. */
    CAME_BACK,
    /** He was called without success. */
    TRIED,
    /** Nothing happened. */
    OUTSTANDING
  }

  /** Whether he still waits for a call. */
  public boolean isWaiting() {
    return state == State.TRIED || state == State.OUTSTANDING;
  }
}
