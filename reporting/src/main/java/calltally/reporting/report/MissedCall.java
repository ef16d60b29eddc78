package calltally.reporting.report;

import calltally.reporting.call.fold.MissedReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A missed call and how its caller was followed up.
 *
 * @param date local date of its start
 * @param missedAt its end, or its start when the end is unknown
 * @param customer number; null when withheld
 * @param waited null when unknown
 * @param rung managers whose phones rang, in the order of the rings
 * @param toCallback time from the missed call to the first call placed to the customer; null
 *     without one
 * @param toContact time from the missed call to the first answered call; null without one
 * @param cameBackOn the line the customer got through on, where it is another one; else null
 * @param calledBackBy who reached the customer, else who tried first; null when nobody did
 * @param listen URL of a recording or voicemail; null without one
 */
public record MissedCall(
    LocalDate date,
    Instant missedAt,
    @Nullable String customer,
    DialledLine line,
    @Nullable Duration waited,
    MissedReason reason,
    List<String> rung,
    CallbackState state,
    @Nullable Duration toCallback,
    @Nullable Duration toContact,
    @Nullable DialledLine cameBackOn,
    @Nullable String calledBackBy,
    @Nullable String listen) {

  public MissedCall {
    rung = List.copyOf(rung);
  }
}
