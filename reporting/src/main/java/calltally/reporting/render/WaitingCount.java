package calltally.reporting.render;

import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.MissedCallReport;
import java.util.Collection;

/**
 * Callers of a period who wait for a call-back, as the list below the figure shows them.
 *
 * @param tried those somebody has called
 * @param presumed those who are no missed callers: all their waiting calls are presumed missed
 */
record WaitingCount(int waiting, int tried, int presumed) {

  static WaitingCount of(CallReport report) {
    CallbackList list = report.callbacks();
    return new WaitingCount(
        report.waiting(),
        list.count(group -> group.isOfPeriod() && group.isTried()),
        list.count(group -> group.isOfPeriod() && group.isPresumed()));
  }

  static WaitingCount of(MissedCallReport report) {
    Collection<MissedCall> waiting =
        MissedCall.lastOfEachCaller(report.calls()).stream().filter(MissedCall::isWaiting).toList();
    return new WaitingCount(
        waiting.size(),
        (int) waiting.stream().filter(call -> call.state() == CallbackState.TRIED).count(),
        waiting.size() - missedCallers(report.calls()));
  }

  /** Callers with a missed call that waits, presumed missed calls apart. */
  private static int missedCallers(Collection<MissedCall> calls) {
    return (int)
        calls.stream()
            .filter(call -> call.isWaiting() && !call.isPresumed())
            .map(MissedCall::customer)
            .distinct()
            .count();
  }

  /** Whether callers of the period left the list because their time ran out. */
  static boolean hasExpired(CallReport report) {
    return report.totals().missedCallers().expired() > 0 || !report.neverReached().isEmpty();
  }

  /** How many of them were tried, and how many are presumed; empty when none. */
  String detail(Wording wording) {
    if (tried > 0 && presumed > 0) {
      return wording.text(
          "tile.waiting.both", wording.notation().count(tried), wording.notation().count(presumed));
    }
    return tried > 0
        ? wording.counted("tile.waiting.tried", tried)
        : presumed > 0 ? wording.counted("tile.waiting.presumed", presumed) : "";
  }
}
