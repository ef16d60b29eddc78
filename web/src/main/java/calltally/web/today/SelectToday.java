package calltally.web.today;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.query.CallsSoFar;
import calltally.reporting.report.query.Reports;
import calltally.reporting.report.query.SelectCustomerKeys;
import calltally.reporting.report.query.UnknownSourceException;
import calltally.reporting.report.query.UnknownSubjectException;
import calltally.web.frame.VisibleSource;
import calltally.web.user.Role;
import calltally.web.user.VisibleCalls;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Selects the figures of a date: of one that is over, those of its report. */
final class SelectToday {

  private final Reports reports;
  private final DSLContext sql;
  private final Executor other;

  /**
   * Reads figures.
   *
   * @param figures connections of the role calltally_report
   * @param other selects what is usual while the rest is selected
   */
  SelectToday(DataSource figures, Executor other) {
    this.reports = new Reports(figures);
    this.other = other;
    this.sql = DSL.using(figures, SQLDialect.POSTGRES);
  }

  /** Empty when the line, department or manager is not known. */
  Optional<Today> today(VisibleCalls visible, VisibleSource source, Instant now) {
    return of(visible, source, source.date(now), now);
  }

  /** Empty when the line, department or manager is not known. */
  Optional<Today> of(VisibleCalls visible, VisibleSource source, LocalDate date, Instant now) {
    try {
      return Optional.of(selected(visible, source, date, now));
    } catch (UnknownSourceException | UnknownSubjectException e) {
      return Optional.empty();
    }
  }

  private Today selected(VisibleCalls visible, VisibleSource source, LocalDate date, Instant now) {
    ReportKind kind = visible.role() == Role.MANAGER ? ReportKind.MANAGER : ReportKind.DAILY;
    ReportRequest request =
        new ReportRequest(kind, source.name(), DateRange.of(date), visible.filter(), now);
    if (!date.equals(source.date(now))) {
      return live(reports.select(request), Map.of(), null, visible, now);
    }
    return kind == ReportKind.DAILY
        ? live(reports.soFarInBrief(request, LivePages.MOST_WAITING, other), source, visible, now)
        : live(reports.reviewSoFar(request), Map.of(), source, visible, now);
  }

  private Today live(CallsSoFar soFar, VisibleSource source, VisibleCalls visible, Instant now) {
    return live(soFar.report(), soFar.usualHours(), source, visible, now);
  }

  /**
   * Adds what only the page has.
   *
   * @param source null for a date that is over
   */
  private Today live(
      Report report,
      Map<Integer, Double> usualHours,
      @Nullable VisibleSource source,
      VisibleCalls visible,
      Instant now) {
    return new Today(
        report,
        usualHours,
        source == null
            ? List.of()
            : new SelectCallsInProgress(report.head().scope(), source.zone(), now).run(sql),
        source == null ? null : new SelectFreshness(source, now).run(sql),
        visible.areListed()
            ? new SelectCustomerKeys(visible.source(), customers(report)).run(sql)
            : Map.of(),
        source == null
            ? Set.of()
            : new SelectOverdueCustomers(visible.source(), report.head().scope(), now).run(sql));
  }

  private static List<String> customers(Report report) {
    return report instanceof CallReport calls
        ? Stream.concat(
                calls.callbacks().ofPeriod().stream(), calls.callbacks().ofOtherDays().stream())
            .map(caller -> caller.customer())
            .distinct()
            .limit(LivePages.MOST_WAITING)
            .toList()
        : List.of();
  }

  /** Whether the report is a manager's own. */
  static boolean isOwn(Report report) {
    return report instanceof ManagerReview;
  }
}
