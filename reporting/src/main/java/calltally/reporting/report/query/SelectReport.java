package calltally.reporting.report.query;

import static java.time.temporal.ChronoUnit.MINUTES;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.DataQuality;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.Period;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.ReportedFigures;
import calltally.reporting.report.Scope;
import calltally.reporting.report.query.SelectUsualSoFar.UsualSoFar;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** The report of the requested kind. */
final class SelectReport {

  private final ReportRequest request;
  private final DSLContext sql;
  private final ReportSource source;
  private final Period period;
  private final Scope scope;

  /**
   * Selects the source and the scope at once, and the rest when asked.
   *
   * @throws UnknownSourceException when there is no such source
   * @throws UnknownSubjectException when the filter names nothing of the directory
   */
  SelectReport(ReportRequest request, DSLContext sql) {
    this.request = request;
    this.sql = sql;
    this.source = new SelectReportSource(request.source()).run(sql);
    this.period = new Period(request.dates(), source.zone());
    this.scope = new SelectScope(request.source(), request.filter()).run(sql);
  }

  Report run() {
    ReportHead head = head();
    return switch (request.kind()) {
      case DAILY, WEEKLY, MONTHLY -> new SelectCallReport(head, source.sourceId()).run(sql);
      case MANAGER -> new SelectManagerReview(head).run(sql);
      case MISSED -> new SelectMissedCallReport(head).run(sql);
    };
  }

  /**
   * The calls of a date that is not over.
   *
   * @param usual asked last: it may be selected at the same time
   * @param list begins to select the whole list of who waits, or the first of them
   * @param quality how far the date's figures can be trusted
   */
  CallsSoFar soFar(
      Supplier<UsualSoFar> usual,
      Function<SelectCallbackList, Supplier<CallbackList>> list,
      Function<SelectQuality, DataQuality> quality) {
    // The longest first: it is selected at the same time.
    Supplier<CallbackList> callbacks = list.apply(callbacks());
    return new SelectCallsSoFar(head(ReportedFigures.NONE, quality), source.sourceId())
        .run(usual, callbacks, sql);
  }

  /**
   * The calls of a date that is over.
   *
   * @param list begins to select the first of those who wait
   */
  CallReport dayInBrief(Function<SelectCallbackList, Supplier<CallbackList>> list) {
    Supplier<CallbackList> callbacks = list.apply(callbacks());
    ReportHead head = head(ReportedFigures.NONE, quality -> quality.run(sql));
    return new SelectCallsSoFar(head, source.sourceId()).ofDay(callbacks, sql);
  }

  private SelectCallbackList callbacks() {
    return new SelectCallbackList(
        scope, period, request.generatedAt(), source.thresholds().callbackWindow());
  }

  /** What is usual until then, to the minute. */
  UsualSoFar usualSoFar() {
    return new SelectUsualSoFar(
            scope, period, request.generatedAt().truncatedTo(MINUTES), source.sourceId())
        .run(sql);
  }

  /** A line's dates. */
  CallReport lineInBrief() {
    return new SelectCallReport(head(), source.sourceId()).inBrief(sql);
  }

  /** A manager's period without its hours and ring times. */
  ManagerReview reviewInBrief() {
    return new SelectManagerReview(head()).inBrief(sql);
  }

  /**
   * A manager's date that is not over.
   *
   * @param quality how far the date's figures can be trusted
   * @param team selects the managers with whom the manager is compared
   */
  ManagerReview reviewSoFar(
      Function<SelectQuality, DataQuality> quality,
      Function<SelectManagers, List<ManagerActivity>> team) {
    return new SelectManagerReview(head(ReportedFigures.NONE, quality)).soFar(team, sql);
  }

  private ReportHead head() {
    ReportedFigures reported =
        new SelectReportedFigures(
                ReportHead.reportScope(request.kind(), scope).in(request.subscription()),
                period.dates())
            .run(sql);
    return head(reported, quality -> quality.run(sql));
  }

  private ReportHead head(ReportedFigures reported, Function<SelectQuality, DataQuality> quality) {
    return new ReportHead(
        request.kind(),
        scope,
        period,
        request.generatedAt(),
        source.targets(),
        source.thresholds(),
        quality.apply(new SelectQuality(request.source(), period, request.generatedAt())),
        reported,
        null);
  }
}
