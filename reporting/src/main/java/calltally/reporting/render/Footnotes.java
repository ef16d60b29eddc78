package calltally.reporting.render;

import calltally.reporting.report.CallCounts;
import calltally.reporting.report.DailyReport;
import calltally.reporting.report.Quality;
import calltally.reporting.report.Rate;
import java.util.Locale;
import java.util.stream.Collectors;

/** What stands below the figures: that they add up, what they mean, what they rest on. */
final class Footnotes {

  private final DailyReport report;
  private final Wording wording;
  private final Notation notation;

  Footnotes(DailyReport report, Wording wording) {
    this.report = report;
    this.wording = wording;
    this.notation = wording.notation();
  }

  /** Incoming = answered + missed + unfinished; missed = sum of its reasons. Not without data. */
  String reconciliation() {
    if (!report.quality().hasData()) {
      return "";
    }
    CallCounts calls = report.totals().calls();
    return wording.text(
        "footnote.reconciliation",
        notation.count(calls.incoming()),
        notation.count(calls.answered()),
        notation.count(calls.missed()),
        notation.count(calls.unfinished()),
        reasons());
  }

  private String reasons() {
    if (report.totals().calls().missed() == 0) {
      return notation.count(0);
    }
    return report.totals().reasons().counts().entrySet().stream()
        .filter(reason -> reason.getValue() > 0)
        .map(
            reason ->
                wording.text(
                    "footnote.reason." + reason.getKey().name().toLowerCase(Locale.ROOT),
                    notation.count(reason.getValue())))
        .collect(Collectors.joining(" + "));
  }

  /** The formula of the service level with its T. */
  String definitions() {
    if (!report.quality().hasData()) {
      return "";
    }
    Rate level = report.totals().calls().serviceLevel();
    return wording.text(
        "footnote.service_level",
        notation.seconds(report.thresholds().serviceLevel()),
        notation.seconds(report.thresholds().shortCall()),
        notation.count(level.part()),
        notation.count(level.whole()),
        notation.percent(level.share()));
  }

  String trust() {
    Quality quality = report.quality();
    return wording.text(
        "footnote.trust",
        notation.count(quality.notifications()),
        notation.count(quality.duplicates()),
        notation.count(quality.rejected()),
        notation.percent(quality.coverage().share()),
        wording.counted("footnote.of_calls", quality.calls()),
        notation.count(quality.internal()));
  }
}
