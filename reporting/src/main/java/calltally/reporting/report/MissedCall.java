package calltally.reporting.report;

import calltally.reporting.call.fold.MissedReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A missed call and what became of its caller.
 *
 * @param date local date of its start
 * @param missedAt its end; its start without one
 * @param customer null when withheld
 * @param waited null when unknown
 * @param rung managers whose phones rang, in that order
 * @param toCallback from the missed call to the first call placed to him; null without one
 * @param toContact from the missed call to the first answered call; null without one
 * @param calledBackBy who reached him, else who tried first; null when nobody did
 * @param listen where a recording or voicemail is; null without one
 */
public record MissedCall(
    LocalDate date,
    Instant missedAt,
    @Nullable String customer,
    Line line,
    @Nullable Duration waited,
    MissedReason reason,
    List<String> rung,
    CallbackState state,
    @Nullable Duration toCallback,
    @Nullable Duration toContact,
    @Nullable String calledBackBy,
    @Nullable String listen) {

  public MissedCall {
    rung = List.copyOf(rung);
  }
}
