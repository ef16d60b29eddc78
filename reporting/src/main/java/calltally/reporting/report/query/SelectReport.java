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
record SelectReport(ReportRequest request) {

  Report run(DSLContext sql) {
    ReportSource facts = new SelectReportSource(request.source()).run(sql);
    Period period = new Period(request.dates(), facts.zone());
    Scope scope = new SelectScope(request.source(), request.filter()).run(sql);
    ReportHead head = head(scope, period, facts, sql);
    return switch (request.kind()) {
      case DAILY, WEEKLY, MONTHLY -> new SelectCallReport(head, facts.sourceId()).run(sql);
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
      Function<SelectQuality, DataQuality> quality,
      DSLContext sql) {
    ReportSource facts = new SelectReportSource(request.source()).run(sql);
    Period period = new Period(request.dates(), facts.zone());
    Scope scope = new SelectScope(request.source(), request.filter()).run(sql);
    // The longest first: it is selected at the same time.
    Supplier<CallbackList> callbacks = list.apply(callbacks(scope, period, facts));
    return new SelectCallsSoFar(
            head(scope, period, facts, ReportedFigures.NONE, quality), facts.sourceId())
        .run(usual, callbacks, sql);
  }

  /**
   * The calls of a date that is over.
   *
   * @param list begins to select the first of those who wait
   */
  CallReport dayInBrief(Function<SelectCallbackList, Supplier<CallbackList>> list, DSLContext sql) {
    ReportSource facts = new SelectReportSource(request.source()).run(sql);
    Period period = new Period(request.dates(), facts.zone());
    Scope scope = new SelectScope(request.source(), request.filter()).run(sql);
    Supplier<CallbackList> callbacks = list.apply(callbacks(scope, period, facts));
    return new SelectCallsSoFar(
            head(scope, period, facts, ReportedFigures.NONE, quality -> quality.run(sql)),
            facts.sourceId())
        .ofDay(callbacks, sql);
  }

  private SelectCallbackList callbacks(Scope scope, Period period, ReportSource facts) {
    return new SelectCallbackList(
        scope, period, request.generatedAt(), facts.thresholds().callbackWindow());
  }

  /** What is usual until then, to the minute. */
  UsualSoFar usualSoFar(DSLContext sql) {
    ReportSource facts = new SelectReportSource(request.source()).run(sql);
    return new SelectUsualSoFar(
            new SelectScope(request.source(), request.filter()).run(sql),
            new Period(request.dates(), facts.zone()),
            request.generatedAt().truncatedTo(MINUTES),
            facts.sourceId())
        .run(sql);
  }

  /** A line's dates. */
  CallReport lineInBrief(DSLContext sql) {
    ReportSource facts = new SelectReportSource(request.source()).run(sql);
    Period period = new Period(request.dates(), facts.zone());
    Scope scope = new SelectScope(request.source(), request.filter()).run(sql);
    return new SelectCallReport(head(scope, period, facts, sql), facts.sourceId()).inBrief(sql);
  }

  /** A manager's period without its hours and ring times. */
  ManagerReview reviewInBrief(DSLContext sql) {
    ReportSource facts = new SelectReportSource(request.source()).run(sql);
    Period period = new Period(request.dates(), facts.zone());
    Scope scope = new SelectScope(request.source(), request.filter()).run(sql);
    return new SelectManagerReview(head(scope, period, facts, sql)).inBrief(sql);
  }

  /**
   * A manager's date that is not over.
   *
   * @param quality how far the date's figures can be trusted
   * @param team selects the managers with whom the manager is compared
   */
  ManagerReview reviewSoFar(
      Function<SelectQuality, DataQuality> quality,
      Function<SelectManagers, List<ManagerActivity>> team,
      DSLContext sql) {
    ReportSource facts = new SelectReportSource(request.source()).run(sql);
    Period period = new Period(request.dates(), facts.zone());
    Scope scope = new SelectScope(request.source(), request.filter()).run(sql);
    return new SelectManagerReview(head(scope, period, facts, ReportedFigures.NONE, quality))
        .soFar(team, sql);
  }

  private ReportHead head(Scope scope, Period period, ReportSource facts, DSLContext sql) {
    ReportedFigures reported =
        new SelectReportedFigures(
                ReportHead.reportScope(request.kind(), scope).in(request.subscription()),
                period.dates())
            .run(sql);
    return head(scope, period, facts, reported, quality -> quality.run(sql));
  }

  private ReportHead head(
      Scope scope,
      Period period,
      ReportSource facts,
      ReportedFigures reported,
      Function<SelectQuality, DataQuality> quality) {
    return new ReportHead(
        request.kind(),
        scope,
        period,
        request.generatedAt(),
        facts.targets(),
        facts.thresholds(),
        quality.apply(new SelectQuality(request.source(), period, request.generatedAt())),
        reported,
        null);
  }
}
