package calltally.reporting.render;

import calltally.reporting.render.wording.Change;
import calltally.reporting.render.wording.Change.Welcome;
import calltally.reporting.render.wording.Changes;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.Comparison;
import calltally.reporting.report.MissedCallers;
import calltally.reporting.report.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The five figures at the top of the daily, weekly and monthly report. */
final class Tiles {

  private final CallReport report;
  private final Wording wording;
  private final Notation notation;
  private final Changes changes;

  Tiles(CallReport report, Wording wording) {
    this.report = report;
    this.wording = wording;
    this.notation = wording.notation();
    this.changes = Changes.of(report.comparison(), report.head().period(), wording);
  }

  List<Tile> tiles() {
    return List.of(incoming(), answerRate(), serviceLevel(), missedCallers(), waiting());
  }

  private Tile incoming() {
    CallCounts calls = report.totals().calls();
    Change change = change(compared -> changes.inPercent(calls.incoming(), compared.incoming()));
    String detail = wording.text("tile.incoming.detail", notation.count(calls.missed()));
    return tile(wording.text("tile.incoming"), notation.count(calls.incoming()), change, detail);
  }

  private Tile answerRate() {
    Rate rate = report.totals().calls().answerRate();
    Change change = change(compared -> changes.ofRate(rate, compared.answerRate()));
    return rateTile(
        wording.text("tile.answer_rate"), rate, change, report.head().targets().answerRate());
  }

  private Tile serviceLevel() {
    Rate rate = report.totals().calls().serviceLevel();
    Change change = change(compared -> changes.ofRate(rate, compared.serviceLevel()));
    String threshold = notation.seconds(report.head().thresholds().serviceLevel());
    return rateTile(
        wording.text("tile.service_level", threshold),
        rate,
        change,
        report.head().targets().serviceLevel());
  }

  private Tile missedCallers() {
    MissedCallers callers = report.totals().missedCallers();
    if (callers.areAllWithheld()) {
      return withheld(callers, wording);
    }
    Change change =
        change(
            compared -> changes.ofCount(callers.callers(), compared.missedCallers(), Welcome.LESS));
    return tile(
        wording.text("tile.missed"),
        notation.count(callers.callers()),
        change,
        missedCalls(report.totals().calls()));
  }

  /** Instead of missed callers, whom nobody can count: every number was withheld. */
  static Tile withheld(MissedCallers callers, Wording wording) {
    return Tile.of(
        wording.text("tile.missed"),
        Notation.NONE,
        Change.UNKNOWN,
        wording.counted("tile.all_withheld", callers.withheldCalls()));
  }

  /** Missed calls out of hours, if any; the incoming calls already show all missed ones. */
  private String missedCalls(CallCounts calls) {
    return calls.missedOutsideHours() == 0
        ? wording.counted("tile.missed.detail", calls.missed())
        : wording.counted("tile.missed.outside_hours", calls.missedOutsideHours());
  }

  private Tile waiting() {
    MissedCallers callers = report.totals().missedCallers();
    WaitingCount count = WaitingCount.of(report);
    boolean nobodyCouldWait = callers.areAllWithheld() && count.waiting() == 0;
    Change change =
        change(compared -> changes.ofCount(count.waiting(), compared.waiting(), Welcome.LESS));
    return tile(
        wording.text("tile.waiting"),
        notation.count(count.waiting()),
        nobodyCouldWait ? Change.UNKNOWN : isByCallbacks(callers) ? change : change.notWelcome(),
        count.detail(wording));
  }

  /** Whether a shorter list is anybody's merit: somebody called back, and nobody's time ran out. */
  private boolean isByCallbacks(MissedCallers callers) {
    return !WaitingCount.hasExpired(report) && (callers.returned() > 0 || callers.callers() == 0);
  }

  private Change change(Function<Comparison, Change> words) {
    Comparison compared = report.comparison();
    return compared == null ? Change.UNKNOWN : words.apply(compared);
  }

  private Tile rateTile(String label, Rate rate, Change change, @Nullable BigDecimal target) {
    String of = wording.text("of", notation.count(rate.part()), notation.count(rate.whole()));
    return tile(label, notation.percent(rate.share()), change, withTarget(of, target));
  }

  private String withTarget(String text, @Nullable BigDecimal target) {
    if (report.isClosed()) {
      return wording.text("target.closed", text);
    }
    return target == null ? text : wording.text("target", text, notation.target(target));
  }

  /** A tile; without data it has no figure and no change. */
  private Tile tile(String label, String figure, Change change, String detail) {
    return report.head().quality().hasData()
        ? Tile.of(label, figure, change, detail)
        : Tile.of(label, Notation.NONE, Change.UNKNOWN, "");
  }
}
