package calltally.reporting.report;

import calltally.reporting.call.fold.MissedReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A missed or presumed missed call and how its caller was followed up.
 *
 * @param date local date of its start
 * @param missedAt its end, or its start when the end is unknown
 * @param customer number; null when withheld
 * @param waited null when unknown
 * @param reason null when the call is presumed missed
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
    @Nullable MissedReason reason,
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

  /** The last call of each known customer, of calls that begin with the oldest. */
  public static Collection<MissedCall> lastOfEachCaller(Collection<MissedCall> calls) {
    Map<String, MissedCall> last = new LinkedHashMap<>();
    calls.stream()
        .filter(call -> call.customer() != null)
        .forEach(call -> last.put(call.customer(), call));
    return last.values();
  }

  /** Whether nobody has reached the caller yet, tried or not. */
  public boolean isWaiting() {
    return state == CallbackState.OUTSTANDING || state == CallbackState.TRIED;
  }

  /** Whether neither an answer nor an end of the call was received. */
  public boolean isPresumed() {
    return reason == null;
  }
}
