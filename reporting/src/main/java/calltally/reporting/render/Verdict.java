package calltally.reporting.render;

import calltally.reporting.report.CallCounts;
import calltally.reporting.report.DailyReport;
import calltally.reporting.report.MissedCallers;
import calltally.reporting.report.Rate;

/** How the day went, in one sentence. */
final class Verdict {

  private Verdict() {}

  static String of(DailyReport report, Wording wording) {
    if (!report.quality().hasData()) {
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

  private static String waiting(MissedCallers callers, Wording wording) {
    return callers.waiting() == 0
        ? wording.text("verdict.nobody_waits")
        : wording.counted("verdict.waiting", callers.waiting());
  }
}
