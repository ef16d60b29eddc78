package calltally.web.today;

import static java.time.temporal.ChronoUnit.MINUTES;

import calltally.reporting.report.DateRange;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.Scope;
import calltally.reporting.report.query.CallsSoFar;
import calltally.reporting.report.query.Reports;
import calltally.reporting.report.query.UnknownSourceException;
import calltally.reporting.report.query.UnknownSubjectException;
import calltally.reporting.report.reuse.SelectedOnce;
import calltally.web.frame.VisibleSource;
import calltally.web.user.Role;
import calltally.web.user.VisibleCalls;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Selects the figures of a date: of one that is over, those of its report. */
final class SelectToday {

  private final Reports reports;
  private final DSLContext sql;
  private final Executor other;
  private final SelectedOnce<Known, Freshness> freshness = new SelectedOnce<>();

  /** A source in a minute, as long as its version is the same. */
  private record Known(VisibleSource source, Instant minute, List<Object> version) {}

  /**
   * Reads figures.
   *
   * @param figures connections of the role calltally_report
   * @param other selects a part while the rest is selected
   */
  SelectToday(DataSource figures, Executor other) {
    this.reports = new Reports(figures);
    this.other = other;
    this.sql = DSL.using(figures, SQLDialect.POSTGRES);
  }

  /** The same while nothing is received and derived. */
  List<Object> version(VisibleSource source, Instant now) {
    return new SelectVersion(source, now).run(sql);
  }

  /**
   * Today's figures for a reader who waits for them; empty when the line, department or manager is
   * not known.
   *
   * @param version that of the source a moment ago
   */
  Optional<Today> today(
      VisibleCalls visible, VisibleSource source, Instant now, List<Object> version) {
    return ifKnown(() -> live(visible, source, now, version, other));
  }

  /** The same for a reader who has a page to look at: one after another, on one processor. */
  Optional<Today> again(
      VisibleCalls visible, VisibleSource source, Instant now, List<Object> version) {
    return ifKnown(() -> live(visible, source, now, version, Runnable::run));
  }

  /** Empty when the line, department or manager is not known. */
  Optional<Today> of(VisibleCalls visible, VisibleSource source, LocalDate date, Instant now) {
    return ifKnown(
        () ->
            date.equals(source.date(now))
                ? live(visible, source, now, version(source, now), other)
                : past(visible, source, date, now));
  }

  private static Optional<Today> ifKnown(Supplier<Today> selected) {
    try {
      return Optional.of(selected.get());
    } catch (UnknownSourceException | UnknownSubjectException e) {
      return Optional.empty();
    }
  }

  private static ReportRequest request(
      VisibleCalls visible, VisibleSource source, LocalDate date, Instant now) {
    ReportKind kind = visible.role() == Role.MANAGER ? ReportKind.MANAGER : ReportKind.DAILY;
    return new ReportRequest(kind, source.name(), DateRange.of(date), visible.filter(), now);
  }

  private Today past(VisibleCalls visible, VisibleSource source, LocalDate date, Instant now) {
    ReportRequest request = request(visible, source, date, now);
    Report report =
        request.kind() == ReportKind.MANAGER
            ? reports.reviewInBrief(request)
            : reports.dayInBrief(request, LivePages.MOST_WAITING, other);
    return new Today(report, Map.of(), null, new SelectWaitingKeys(visible, report).run(sql));
  }

  /** What only the page shows is selected at the same time as the report. */
  private Today live(
      VisibleCalls visible,
      VisibleSource source,
      Instant now,
      List<Object> version,
      Executor executor) {
    ReportRequest request = request(visible, source, source.date(now), now);
    Scope scope = reports.scope(request);
    CompletableFuture<Moment> moment =
        CompletableFuture.supplyAsync(
            () -> new SelectMoment(source, scope, now).run(freshness(source, now, version), sql),
            executor);
    SelectVersion same = new SelectVersion(source, now);
    if (request.kind() == ReportKind.MANAGER) {
      return new Today(reports.reviewSoFar(request, same::run), Map.of(), moment.join(), Map.of());
    }
    CallsSoFar soFar = reports.soFarInBrief(request, LivePages.MOST_WAITING, same::run, executor);
    return new Today(
        soFar.report(),
        soFar.usualHours(),
        moment.join(),
        new SelectWaitingKeys(visible, soFar.report()).run(sql));
  }

  /** At least as fresh as the version, which was asked for before. */
  private Freshness freshness(VisibleSource source, Instant now, List<Object> version) {
    return freshness.get(
        new Known(source, now.truncatedTo(MINUTES), version),
        () -> new SelectFreshness(source, now).run(sql));
  }
}
