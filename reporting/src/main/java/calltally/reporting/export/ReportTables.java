package calltally.reporting.export;

import calltally.reporting.export.CallbackColumns.Waiting;
import calltally.reporting.export.ManagerColumns.Dated;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.DayCalls;
import calltally.reporting.report.HourCalls;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.Report;
import calltally.reporting.report.WaitingCaller;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables of each report, the same in every format and language. */
public final class ReportTables {

  /** Name of the table with one row: the report's scope and its figures as a whole. */
  private static final String SUMMARY = "summary";

  private ReportTables() {}

  /** One row with the report's scope and its figures as a whole. */
  public static Table<?> summary(Report report) {
    if (report instanceof CallReport calls) {
      return Table.of(SUMMARY, summaryOfCalls(), List.of(calls));
    }
    if (report instanceof ManagerReview review) {
      return Table.of(SUMMARY, summaryOfManager(), List.of(review));
    }
    return Table.of(SUMMARY, summaryOfMissed(), List.of((MissedCallReport) report));
  }

  /** All tables but the summary. */
  public static List<Table<?>> of(Report report) {
    if (report instanceof CallReport calls) {
      return ofCalls(calls);
    }
    return report instanceof ManagerReview review
        ? ofManager(review)
        : ofMissed((MissedCallReport) report);
  }

  private static Columns<CallReport> summaryOfCalls() {
    return new Columns<CallReport>()
        .with(HeadColumns.subject(), CallReport::head)
        .with(CallColumns.totals(), CallReport::totals)
        .with("usual", CallColumns.comparison(), CallReport::comparison)
        .with(HeadColumns.grounds(), CallReport::head);
  }

  private static Columns<ManagerReview> summaryOfManager() {
    return new Columns<ManagerReview>()
        .with(HeadColumns.subject(), ManagerReview::head)
        .with(ManagerColumns.figures(), ManagerReview::own)
        .with("team", ManagerColumns.team(), ManagerReview::team)
        .with("before", ManagerColumns.figures(), ManagerReview::before)
        .with(HeadColumns.grounds(), ManagerReview::head);
  }

  private static Columns<MissedCallReport> summaryOfMissed() {
    return new Columns<MissedCallReport>()
        .with(HeadColumns.subject(), MissedCallReport::head)
        .with(CallColumns.totals(), MissedCallReport::totals)
        .with(HeadColumns.grounds(), MissedCallReport::head);
  }

  private static List<Table<?>> ofCalls(CallReport report) {
    List<Table<?>> tables = new ArrayList<>();
    tables.add(Table.of("callbacks", CallbackColumns.waiting(), waiting(report.callbacks())));
    tables.add(
        Table.of("never_reached", CallbackColumns.callers(), neverReached(report.callbacks())));
    tables.add(Table.of("managers", ManagerColumns.managers(), report.managers().managers()));
    tables.addAll(trend(report));
    tables.add(
        Table.of("weekday_hours", CallColumns.weekdayHours(), report.trend().weekdayHours()));
    tables.add(Table.of("lines", CallColumns.lines(), report.lines()));
    tables.add(Table.of("departments", CallColumns.departments(), report.departments()));
    tables.add(Table.of("findings", CallColumns.findings(), report.findings()));
    tables.add(restated(report));
    return tables;
  }

  /** Those whose time ran out in the period, then those whose time ran out later. */
  private static List<WaitingCaller> neverReached(CallbackList list) {
    return Stream.concat(list.neverReached().stream(), list.expiredLater().stream()).toList();
  }

  /** Hours of a single date, dates of a longer period, or both. */
  private static List<Table<?>> trend(CallReport report) {
    if (report.head().period().isDay()) {
      return List.of(Table.of("hours", CallColumns.hours(), report.trend().hours()));
    }
    Table<DayCalls> days = Table.of("days", CallColumns.days(), report.trend().days());
    return report.dates().isEmpty()
        ? List.of(days)
        : List.of(
            Table.of("daily_managers", ManagerColumns.managersByDate(), managers(report.dates())),
            days,
            Table.of("hours", CallColumns.hours(), hours(report.dates())));
  }

  private static List<Dated> managers(List<CallReport> dates) {
    return dates.stream()
        .flatMap(
            date ->
                date.managers().managers().stream()
                    .map(manager -> new Dated(date.head().period().from(), manager)))
        .toList();
  }

  private static List<HourCalls> hours(List<CallReport> dates) {
    return dates.stream().flatMap(date -> date.trend().hours().stream()).toList();
  }

  private static List<Waiting> waiting(CallbackList callers) {
    return Stream.concat(
            callers.ofPeriod().stream().map(caller -> new Waiting(caller, true)),
            callers.ofOtherDays().stream().map(caller -> new Waiting(caller, false)))
        .toList();
  }

  private static List<Table<?>> ofManager(ManagerReview review) {
    return List.of(
        Table.of("weeks", ManagerColumns.weeks(), review.weeks()),
        Table.of("ring_times", ManagerColumns.ringTimes(), review.ringTimes()),
        Table.of("hours", ManagerColumns.hours(), review.hours()),
        Table.of("missed_calls", CallbackColumns.missedCalls(), review.missedCalls()),
        restated(review));
  }

  private static List<Table<?>> ofMissed(MissedCallReport report) {
    return List.of(
        Table.of("missed_calls", CallbackColumns.missedCalls(), report.calls()), restated(report));
  }

  private static Table<?> restated(Report report) {
    return Table.of("restated", HeadColumns.restated(), report.head().restated());
  }
}
