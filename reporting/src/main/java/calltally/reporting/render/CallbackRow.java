package calltally.reporting.render;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.render.chart.Chip;
import calltally.reporting.render.wording.LineName;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.ShortName;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.Period;
import calltally.reporting.report.WaitingCaller;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/**
 * A row of the call-back list.
 *
 * @param part heading of the callers of other days, empty for those of the period
 * @param tel the number dialled when it is tapped; null where it is hidden
 * @param recording URL that the last column links to; null without a recording
 */
record CallbackRow(
    String part,
    boolean hasPart,
    String number,
    @Nullable String tel,
    String line,
    String missedCalls,
    String missedAt,
    String waited,
    String reason,
    String rung,
    String state,
    Renderable stateChip,
    String tries,
    String listen,
    @Nullable String recording) {

  static List<CallbackRow> of(CallbackList list, Period period, Wording wording) {
    String others = wording.text("callbacks.other_days");
    return Stream.concat(
            list.ofPeriod().stream().map(caller -> of(caller, "", period, wording)),
            list.ofOtherDays().stream().map(caller -> of(caller, others, period, wording)))
        .toList();
  }

  /** Callers whose time ran out, whichever day they called. */
  static List<CallbackRow> ofNeverReached(CallbackList list, Period period, Wording wording) {
    String later = wording.text("never_reached.later");
    return Stream.concat(
            list.neverReached().stream().map(caller -> of(caller, "", false, period, wording)),
            list.expiredLater().stream().map(caller -> of(caller, later, false, period, wording)))
        .toList();
  }

  private static CallbackRow of(WaitingCaller caller, String part, Period period, Wording wording) {
    return of(caller, part, part.isEmpty() && period.isDay(), period, wording);
  }

  private static CallbackRow of(
      WaitingCaller caller, String part, boolean isOfDay, Period period, Wording wording) {
    Notation notation = wording.notation();
    String recording = wording.recording(caller.listen());
    return new CallbackRow(
        part,
        !part.isEmpty(),
        wording.customer(caller.customer()),
        wording.dialled(caller.customer()).orElse(null),
        ShortName.inTwoLines(LineName.of(caller.line(), wording)),
        notation.count(caller.missedCalls()),
        isOfDay
            ? notation.time(caller.missedAt(), period.zone())
            : notation.dayAndTime(caller.missedAt(), period.zone()),
        notation.clock(caller.waited()),
        reason(caller, wording),
        MissedRow.rung(caller.rung()),
        wording.text("state." + Wording.key(caller.state())),
        Chip.of(caller.state()),
        tries(caller, wording),
        recording == null ? "" : wording.text("listen"),
        recording);
  }

  /** Why the last call was missed, or that only its start is known. */
  static String reason(WaitingCaller caller, Wording wording) {
    return caller.reason() == null && !caller.presumed()
        ? wording.text("reason.presumed.last")
        : reason(caller.reason(), caller.rung(), wording);
  }

  /** Why a call was missed, or that only its start is known. */
  static String reason(@Nullable MissedReason reason, List<String> rung, Wording wording) {
    if (reason == MissedReason.BUSY && rung.size() > 1) {
      return wording.text("reason.all_busy");
    }
    return wording.text("reason." + (reason == null ? "presumed" : Wording.key(reason)));
  }

  private static String tries(WaitingCaller caller, Wording wording) {
    if (caller.tries() == 0) {
      return caller.state() == CallbackState.TRIED ? "0" : Notation.NONE;
    }
    String tries = wording.notation().count(caller.tries());
    return caller.triedBy() == null
        ? tries
        : wording.text("tries.by", tries, ShortName.inTwoLines(caller.triedBy()));
  }
}
