package calltally.reporting.report;

import calltally.reporting.call.fold.MissedReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer who waits for a call back, with what is known of his missed calls.
 *
 * @param line of the last one, as are missedAt (its end), waited, reason, rung and listen
 * @param waited null when unknown
 * @param missedCalls of the period; for a caller of another day, those not answered since
 * @param rung managers whose phones rang, in that order
 * @param state outstanding or tried
 * @param tries calls placed to him since the last one
 * @param triedBy who placed the first of them; null when nobody did
 * @param listen where a recording or voicemail is; null without one
 */
public record WaitingCaller(
    String customer,
    Line line,
    int missedCalls,
    Instant missedAt,
    @Nullable Duration waited,
    MissedReason reason,
    List<String> rung,
    CallbackState state,
    int tries,
    @Nullable String triedBy,
    @Nullable String listen) {

  public WaitingCaller {
    rung = List.copyOf(rung);
  }
}
