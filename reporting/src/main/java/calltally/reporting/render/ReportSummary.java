package calltally.reporting.render;

import calltally.reporting.render.wording.Verdict;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.Report;
import java.util.List;

/**
 * A report in words, as short as a letter: what its first page says, without the page.
 *
 * @param headline whose calls, when, and how they went, in few words
 * @param verdict how they went, in one sentence
 * @param period whose calls, of which dates and hours, in which zone
 * @param notices what to know before the figures are read; mostly none
 * @param figures the five at the top
 * @param findings what was unusual; mostly one, or none
 * @param days each date of a period of several, where they are few enough to be read
 * @param callers who waits for a call back, the most urgent first; of a longer list its beginning
 * @param waiting how many wait, those included that are not among {@code callers}
 * @param noCallers why nobody waits; empty where somebody does
 * @param restated figures of earlier reports that have changed since
 * @param product name and version of what wrote it
 */
public record ReportSummary(
    String headline,
    String title,
    String verdict,
    String period,
    String generated,
    List<String> notices,
    List<Tile> figures,
    List<FindingRow> findings,
    List<DayRow> days,
    List<SummaryCaller> callers,
    int waiting,
    String noCallers,
    List<RestatedRow> restated,
    String product) {

  private static final int CALLERS_NAMED = 10;
  private static final int FIGURES = 5;

  public ReportSummary {
    notices = List.copyOf(notices);
    figures = List.copyOf(figures);
    findings = List.copyOf(findings);
    days = List.copyOf(days);
    callers = List.copyOf(callers);
    restated = List.copyOf(restated);
  }

  /** Of any report. */
  public static ReportSummary of(Report report, Wording wording) {
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
      return of(review, figures, callers, wording);
    }
    MissedCallReport missed = (MissedCallReport) report;
    List<SummaryCaller> callers = SummaryCaller.of(missed.calls(), missed.head().period(), wording);
    return of(missed, new MissedPages(missed, wording).tiles(), callers, wording);
  }

  private static ReportSummary of(CallReport report, Wording wording) {
    List<SummaryCaller> callers =
        SummaryCaller.of(report.callbacks(), report.head().period(), wording);
    return of(report, new Tiles(report, wording).tiles(), callers, wording)
        .with(FindingRow.of(report.findings(), wording), DayRow.of(report.trend().days(), wording));
  }

  private static ReportSummary of(
      Report report, List<Tile> figures, List<SummaryCaller> callers, Wording wording) {
    PageHeading pageHeading = new PageHeading(report.head(), wording);
    return new ReportSummary(
        pageHeading.headline(Verdict.headline(report, wording)),
        pageHeading.title(),
        Verdict.of(report, wording),
        pageHeading.period(),
        pageHeading.generated(),
        DataNotices.sentences(report.head(), wording),
        figures,
        List.of(),
        List.of(),
        callers.subList(0, Math.min(CALLERS_NAMED, callers.size())),
        callers.size(),
        callers.isEmpty() ? new EmptySectionText(report.head(), wording).of("empty.waiting") : "",
        RestatedRow.of(report.head(), wording),
        pageHeading.product());
  }

  private ReportSummary with(List<FindingRow> found, List<DayRow> dates) {
    return new ReportSummary(
        headline, title, verdict, period, generated, notices, figures, found, dates, callers,
        waiting, noCallers, restated, product);
  }
}
