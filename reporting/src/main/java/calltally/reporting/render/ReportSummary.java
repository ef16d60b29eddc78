package calltally.reporting.render;

import calltally.reporting.render.wording.Verdict;
import calltally.reporting.render.wording.WaitingWords;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.Report;
import java.util.List;

/**
 * The first page of a report in words, for letters.
 *
 * @param headline scope, dates and verdict in a few words
 * @param verdict how the period went, in one sentence
 * @param period scope, dates, hours and time zone
 * @param notices warnings about the data; usually none
 * @param figures the five figures at the top
 * @param findings what was unusual; usually one or none
 * @param days each date of a short period of several; else empty
 * @param callers first callers waiting for a call-back, most urgent first
 * @param waiting number of all waiting callers, including those not in {@code callers}
 * @param noCallers why nobody is waiting; empty when somebody is, and without data
 * @param neverReached how many callers were never reached, apart from those who wait; else empty
 * @param restated figures of earlier reports that have changed since
 * @param product name and version of the program
 */
public record ReportSummary(
    String headline,
    String title,
    String verdict,
    String period,
    String generated,
    String noticesTitle,
    List<String> notices,
    List<Tile> figures,
    List<FindingRow> findings,
    List<DayRow> days,
    List<SummaryCaller> callers,
    int waiting,
    String noCallers,
    String neverReached,
    List<RestatedRow> restated,
    String product) {

  /** How many callers are named at most. */
  public static final int CALLERS_NAMED = 10;

  private static final int FIGURES = 5;

  public ReportSummary {
    notices = List.copyOf(notices);
    figures = List.copyOf(figures);
    findings = List.copyOf(findings);
    days = List.copyOf(days);
    callers = List.copyOf(callers);
    restated = List.copyOf(restated);
  }

  /**
   * Summarizes any report.
   *
   * @param whole whose calls they are, if all of them; empty to say which report it is
   */
  public static ReportSummary of(Report report, String whole, Wording wording) {
    ReportSummary summary = summary(report, wording);
    String line =
        new PageHeading(report.head(), wording).headline(whole, Verdict.headline(report, wording));
    return summary.with(line, summary.findings, summary.days);
  }

  private static ReportSummary summary(Report report, Wording wording) {
    if (report instanceof CallReport calls) {
      return of(calls, wording);
    }
    if (report instanceof ManagerReview review) {
      List<Tile> figures =
          ReviewRow.of(review, wording).stream()
              .limit(FIGURES)
              .map(row -> row.tile(wording))
              .toList();
      List<SummaryCaller> callers =
          SummaryCaller.of(review.missedCalls(), review.head().period(), wording);
      return of(
          review, figures, callers, callers.size(), WaitingWords.of(review.missedCalls()), wording);
    }
    MissedCallReport missed = (MissedCallReport) report;
    List<SummaryCaller> callers = SummaryCaller.of(missed.calls(), missed.head().period(), wording);
    return of(
        missed,
        new MissedPages(missed, wording).tiles(),
        callers,
        callers.size(),
        WaitingWords.of(missed),
        wording);
  }

  private static ReportSummary of(CallReport report, Wording wording) {
    CallbackList list = report.callbacks();
    return of(
            report,
            new Tiles(report, wording).tiles(),
            SummaryCaller.of(list, CALLERS_NAMED, report.head().period(), wording),
            list.count(),
            WaitingWords.of(report),
            wording)
        .with(
            "",
            FindingRow.of(report.findings(), wording),
            DayRow.of(report.trend().days(), wording));
  }

  private static ReportSummary of(
      Report report,
      List<Tile> figures,
      List<SummaryCaller> callers,
      int waitingCallers,
      WaitingWords waiting,
      Wording wording) {
    PageHeading pageHeading = new PageHeading(report.head(), wording);
    return new ReportSummary(
        "",
        pageHeading.title(),
        Verdict.of(report, wording),
        pageHeading.period(),
        pageHeading.generated(),
        DataNotices.title(report.head(), wording),
        DataNotices.sentences(report.head(), wording),
        figures,
        List.of(),
        List.of(),
        callers.subList(0, Math.min(CALLERS_NAMED, callers.size())),
        waitingCallers,
        callers.isEmpty() && report.head().quality().hasData()
            ? whyNobody(report, waiting, wording)
            : "",
        callers.isEmpty() ? "" : waiting.neverReached(wording),
        RestatedRow.of(report.head(), wording),
        pageHeading.product());
  }

  private static String whyNobody(Report report, WaitingWords waiting, Wording wording) {
    if (!(report instanceof ManagerReview review)) {
      return waiting.whyNobody(wording);
    }
    if (review.own().ringsUntold()) {
      return wording.text("empty.missed.untold");
    }
    // Others may wait, whom this manager's phone was not left ringing for.
    return waiting.callers() == 0 || !waiting.neverReached(wording).isEmpty()
        ? waiting.whyNobody(wording)
        : wording.text("empty.missed.own.reached");
  }

  private ReportSummary with(String line, List<FindingRow> found, List<DayRow> dates) {
    return new ReportSummary(
        line,
        title,
        verdict,
        period,
        generated,
        noticesTitle,
        notices,
        figures,
        found,
        dates,
        callers,
        waiting,
        noCallers,
        neverReached,
        restated,
        product);
  }
}
