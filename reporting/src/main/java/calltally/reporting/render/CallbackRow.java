package calltally.reporting.render;

import calltally.reporting.report.CallbackList;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.Period;
import calltally.reporting.report.WaitingCaller;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.sf.jasperreports.renderers.Renderable;

/**
 * A row of the call-back list.
 *
 * @param part heading of the callers of other days, empty for those of the period
 */
record CallbackRow(
    String part,
    String number,
    String line,
    String missedCalls,
    String missedAt,
    String waited,
    String reason,
    String state,
    String tries,
    Renderable chip,
    boolean ofOtherDays) {

  static List<CallbackRow> of(CallbackList list, Period period, Wording wording) {
    return Stream.concat(
            list.ofPeriod().stream().map(caller -> of(caller, false, period, wording)),
            list.ofOtherDays().stream().map(caller -> of(caller, true, period, wording)))
        .toList();
  }

  private static CallbackRow of(
      WaitingCaller caller, boolean ofOtherDays, Period period, Wording wording) {
    Notation notation = wording.notation();
    return new CallbackRow(
        ofOtherDays ? wording.text("callbacks.other_days") : "",
        PhoneNumber.readable(caller.customer()),
        LineName.of(caller.line(), wording),
        notation.count(caller.missedCalls()),
        ofOtherDays
            ? notation.dayAndTime(caller.missedAt(), period.zone())
            : notation.time(caller.missedAt(), period.zone()),
        notation.clock(caller.waited()),
        wording.text("reason." + caller.reason().name().toLowerCase(Locale.ROOT)),
        wording.text("state." + caller.state().name().toLowerCase(Locale.ROOT)),
        tries(caller, wording),
        caller.state() == CallbackState.TRIED
            ? new Chip(Palette.NOT_REACHED)
            : new Chip(Palette.WAITING),
        ofOtherDays);
  }

  private static String tries(WaitingCaller caller, Wording wording) {
    if (caller.tries() == 0) {
      return Notation.NONE;
    }
    String tries = wording.notation().count(caller.tries());
    return caller.triedBy() == null
        ? tries
        : wording.text("tries.by", tries, PhoneNumber.readable(caller.triedBy()));
  }
}
