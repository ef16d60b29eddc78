package calltally.reporting.render;

import calltally.reporting.report.CallCounts;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.MissedCallers;
import calltally.reporting.report.Rate;

/** How the calls of a period went, in one sentence. */
final class Verdict {

  private Verdict() {}

  static String of(CallReport report, Wording wording) {
    if (!report.head().quality().hasData()) {
      return wording.text("verdict.no_data");
    }
    CallCounts calls = report.totals().calls();
    if (calls.incoming() == 0) {
      return wording.text("verdict.no_calls");
    }
    return wording.text(
        "verdict", answered(calls, wording), waiting(report.totals().missedCallers(), wording));
  }

  private static String answered(CallCounts calls, Wording wording) {
    Rate rate = calls.answerRate();
    return rate.share().isEmpty()
        ? wording.counted("verdict.unfinished", calls.unfinished())
        : wording.counted(
            "verdict.answered",
            rate.whole(),
            wording.notation().roundPercent(rate.share().getAsDouble()));
  }

  static String waiting(MissedCallers callers, Wording wording) {
    return callers.waiting() == 0
        ? wording.text("verdict.nobody_waits")
        : wording.counted("verdict.waiting", callers.waiting());
  }
}
