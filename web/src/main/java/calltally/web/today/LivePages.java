package calltally.web.today;

import calltally.reporting.render.Definitions;
import calltally.reporting.render.ReportSummary;
import calltally.reporting.render.chart.Charts;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.CustomerKey;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.Period;
import calltally.web.frame.ExplainedTile;
import calltally.web.frame.View;
import calltally.web.http.Link;
import calltally.web.http.PageTexts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes today's figures as a page, in the words of the reports. */
final class LivePages {

  static final int MOST_WAITING = 100;

  private final Today today;
  private final View view;
  private final PageTexts texts;
  private final Wording wording;
  private final ReportSummary summary;
  private final Period period;
  private final Instant now;

  private LivePages(Today today, View view) {
    this.today = today;
    this.view = view;
    this.texts = view.texts();
    this.wording = view.wording();
    this.summary = ReportSummary.of(today.report(), "", wording);
    this.period = today.report().head().period();
    this.now = today.report().head().generatedAt();
  }

  static LivePage of(Today today, View view) {
    LivePages pages = new LivePages(today, view);
    return today.report() instanceof CallReport calls
        ? pages.ofCalls(calls)
        : pages.ofManager((ManagerReview) today.report());
  }

  private LivePage ofCalls(CallReport report) {
    WaitingRows rows = new WaitingRows(report.head(), today.overdue(), wording, texts);
    CallbackList list = report.callbacks();
    // Both are limited on their own too: a concatenated stream does not stop early.
    List<WaitingRow> waiting =
        Stream.concat(
                list.ofPeriod().stream().limit(MOST_WAITING).map(rows::ofPeriod),
                list.ofOtherDays().stream().limit(MOST_WAITING).map(rows::ofOtherDay))
            .limit(MOST_WAITING)
            .map(row -> row.linked(link(today.keys().get(row.customer()))))
            .toList();
    return page(
        waiting,
        list.count(),
        summary.noCallers(),
        report.head().scope().line() == null ? LineRow.of(report, view) : List.of(),
        ManagerRow.of(report.managers().managers(), view),
        HourBars.of(
            Charts.hours(report, today.usualHours().keySet(), wording), today.usualHours(), now));
  }

  private LivePage ofManager(ManagerReview review) {
    WaitingRows rows = new WaitingRows(review.head(), today.overdue(), wording, texts);
    List<MissedCall> calls =
        MissedCall.lastOfEachCaller(review.missedCalls()).stream()
            .filter(MissedCall::isWaiting)
            .toList();
    List<WaitingRow> waiting = calls.stream().limit(MOST_WAITING).map(rows::own).toList();
    String nobody = waiting.isEmpty() ? texts.text("waiting.none.own") : "";
    return page(waiting, calls.size(), nobody, List.of(), List.of(), null);
  }

  private LivePage page(
      List<WaitingRow> waiting,
      int all,
      String nobody,
      List<LineRow> lines,
      List<ManagerRow> managers,
      @Nullable HourBars hours) {
    int left = all - waiting.size();
    LiveHeading heading = new LiveHeading(today, summary, view);
    return new LivePage(
        texts,
        heading.title(all),
        summary.verdict(),
        heading.asOf(),
        heading.notices(),
        tiles(),
        waiting,
        nobody,
        left > 0 ? texts.counted("waiting.left", left) : "",
        hours == null,
        today.freshness() != null,
        today.inProgress().stream()
            .map(call -> CallRow.of(call, period.zone(), wording, texts))
            .toList(),
        hours,
        lines,
        managers,
        Definitions.managersRate(today.report().head(), wording),
        csv());
  }

  private @Nullable String link(@Nullable CustomerKey key) {
    return key == null ? null : view.link("/customer/", key.toString()).url();
  }

  private List<ExplainedTile> tiles() {
    return ExplainedTile.of(summary.figures(), Definitions.ofTiles(today.report(), wording));
  }

  /** The link to the CSV of a table, with TABLE for its name. */
  private Link csv() {
    // Readers share this page: the source that a URL leaves out is not the first of each of them.
    return view.link("/csv/TABLE")
        .with("line", view.parameter("line"))
        .with("department", view.parameter("department"))
        .with("date", period.from().toString());
  }
}
