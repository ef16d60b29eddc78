package calltally.reporting.render;

import calltally.reporting.render.Section.Caption;
import calltally.reporting.render.chart.Charts;
import calltally.reporting.render.wording.Change;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Verdict;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.MissedCallers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The pages of the report of missed calls. */
final class MissedPages {

  private final MissedCallReport report;
  private final Wording wording;
  private final Notation notation;

  MissedPages(MissedCallReport report, Wording wording) {
    this.report = report;
    this.wording = wording;
    this.notation = wording.notation();
  }

  PageModel page() {
    List<Section> sections = new ArrayList<>(DataNotices.of(report.head(), wording));
    sections.add(Section.of("shared/tiles", tiles()));
    if (report.totals().reasons().total() > 0) {
      sections.add(reasons());
    }
    if (report.head().quality().hasData()) {
      sections.add(calls());
      sections.addAll(presumed());
    }
    sections.addAll(ReachedRow.section(report.head(), report.totals().missedCallers(), wording));
    sections.addAll(new FootNotes(report.head(), wording).sections(report.totals()));
    return new PageHeading(report.head(), wording).page(Verdict.of(report, wording), sections);
  }

  private Section reasons() {
    String note = wording.counted("reasons.note", report.totals().reasons().total());
    return Section.drawing(
        "shared/strip",
        new Caption(wording.text("reasons.title"), note),
        Charts.missedReasons(report.totals().reasons(), wording));
  }

  private Section calls() {
    Caption caption =
        new Caption(
            wording.text("missed.title"),
            wording.text("missed.note"),
            wording.text("empty.missed"));
    return MissedRow.section(caption, listed(call -> !call.isPresumed()), report.head(), wording);
  }

  /** Apart, because they are in no count of missed calls. */
  private List<Section> presumed() {
    List<MissedCall> calls = listed(MissedCall::isPresumed);
    Caption caption =
        new Caption(wording.text("presumed.title"), wording.counted("presumed.note", calls.size()));
    return calls.isEmpty()
        ? List.of()
        : List.of(MissedRow.section(caption, calls, report.head(), wording));
  }

  private List<MissedCall> listed(Predicate<MissedCall> which) {
    return report.calls().stream().filter(which).toList();
  }

  List<Tile> tiles() {
    MissedCallers callers = report.totals().missedCallers();
    WaitingCount waiting = WaitingCount.of(report);
    return List.of(
        tile("tile.missed_calls", report.totals().calls().missed(), ofIncoming()),
        callers.areAllWithheld()
            ? Tiles.withheld(callers, wording)
            : tile("tile.missed", callers.callers(), withheld(callers)),
        tile("tile.returned", callers.returned(), ofCallers(callers)),
        tile("tile.came_back", callers.cameBack(), ofCallers(callers)),
        tile("tile.waiting", waiting.waiting(), waiting.detail(wording)));
  }

  private String ofIncoming() {
    return wording.counted("tile.of_incoming", report.totals().calls().incoming());
  }

  /** The list has a row for each call, the figure counts each caller once. */
  private String ofCallers(MissedCallers callers) {
    return callers.callers() == 0 ? "" : wording.counted("tile.of_callers", callers.callers());
  }

  private String withheld(MissedCallers callers) {
    return callers.withheldCalls() == 0
        ? ""
        : wording.counted("tile.withheld", callers.withheldCalls());
  }

  private Tile tile(String key, int count, String detail) {
    boolean hasData = report.head().quality().hasData();
    return Tile.of(
        wording.text(key),
        hasData ? notation.count(count) : Notation.NONE,
        Change.UNKNOWN,
        hasData ? detail : "");
  }
}
