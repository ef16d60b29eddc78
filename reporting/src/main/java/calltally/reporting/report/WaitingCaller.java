package calltally.reporting.report;

import calltally.reporting.call.fold.MissedReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer waiting for a call-back, or never reached, with their missed calls.
 *
 * @param line line of the last missed call; missedAt (its end), waited, reason, rung and listen are
 *     of the same call
 * @param waited null when unknown
 * @param missedCalls those of the period; for a caller of another day, those not answered since
 * @param reason null when this call is presumed missed
 * @param presumed whether all calls of theirs that wait or expired are presumed missed
 * @param rung managers whose phones rang, in the order of the rings
 * @param state outstanding, tried or expired
 * @param tries calls placed to the customer since the last missed call
 * @param triedBy who placed the first of these calls; null when nobody did
 * @param listen URL of a recording or voicemail; null without one
 */
public record WaitingCaller(
    String customer,
    DialledLine line,
    int missedCalls,
    Instant missedAt,
    @Nullable Duration waited,
    @Nullable MissedReason reason,
    boolean presumed,
    List<String> rung,
    CallbackState state,
    int tries,
    @Nullable String triedBy,
    @Nullable String listen) {

  public WaitingCaller {
    rung = List.copyOf(rung);
  }

  /** A caller whose calls are all like the last. */
  public WaitingCaller(
      String customer,
      DialledLine line,
      int missedCalls,
      Instant missedAt,
      @Nullable Duration waited,
      @Nullable MissedReason reason,
      List<String> rung,
      CallbackState state,
      int tries,
      @Nullable String triedBy,
      @Nullable String listen) {
    this(
        customer,
        line,
        missedCalls,
        missedAt,
        waited,
        reason,
        reason == null,
        rung,
        state,
        tries,
        triedBy,
        listen);
  }
}
