package calltally.reporting.report.query;

import static java.time.temporal.ChronoUnit.MINUTES;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.DataQuality;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.ReportRun;
import calltally.reporting.report.Scope;
import calltally.reporting.report.query.SelectUsualSoFar.UsualSoFar;
import calltally.reporting.report.reuse.SelectedOnce;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Selects reports from the database and records them in its ledger. */
public final class Reports {

  private final DataSource dataSource;
  private final Snapshot snapshot;

  /** By requests as of the beginning of a minute: it is the same in all of the minute. */
  private final SelectedOnce<ReportRequest, UsualSoFar> usual = new SelectedOnce<>();

  private final SelectedOnce<Figures, DataQuality> quality = new SelectedOnce<>();
  private final SelectedOnce<Team, List<ManagerActivity>> teams = new SelectedOnce<>();

  /**
   * The figures of dates within a minute, as they are in one state of the data.
   *
   * @param version equal as long as nothing is received
   */
  private record Figures(String source, DateRange dates, Instant minute, Object version) {}

  /** Those of all managers of a department; of everybody without one. */
  private record Team(Figures figures, @Nullable String department) {}

  public Reports(DataSource dataSource) {
    this.dataSource = dataSource;
    this.snapshot = new Snapshot(dataSource);
  }

  /**
   * Selects the report of a period, ended or not; all its figures come from one snapshot.
   *
   * @throws UnknownSourceException when the source does not exist
   * @throws UnknownSubjectException when the line, department or manager does not exist
   * @throws IllegalArgumentException when this kind of report cannot be limited as asked
   */
  public Report select(ReportRequest request) {
    return snapshot.read(sql -> new SelectReport(request, sql).run());
  }

  /**
   * How the calls of a date go that is not over; compared with what is usual until this time of
   * day.
   *
   * @throws UnknownSourceException when the source does not exist
   * @throws UnknownSubjectException when the line or department does not exist
   */
  public CallsSoFar soFar(ReportRequest request) {
    return snapshot.read(
        sql -> {
          SelectReport select = new SelectReport(request, sql);
          return select.soFar(
              select::usualSoFar, list -> () -> list.inBrief(sql), each -> each.run(sql));
        });
  }

  /**
   * The same for a page, sooner: what is usual and who waits is selected at the same time on other
   * connections, only the first who wait are listed, and callers of other days who were never
   * reached are left out while somebody waits.
   *
   * @param mostCallers how many of those who wait are listed; all are counted
   * @param version equal as long as nothing is received: what all readers of the source see alike
   *     is selected once for all of them, within a minute
   * @param other selects what is usual, and who waits
   */
  public CallsSoFar soFarInBrief(
      ReportRequest request,
      int mostCallers,
      Function<DSLContext, Object> version,
      Executor other) {
    CompletableFuture<UsualSoFar> usualSoFar = usual(request, other);
    return snapshot.read(
        sql ->
            new SelectReport(request, sql)
                .soFar(
                    () -> SelectedOnce.result(usualSoFar),
                    list -> meanwhile(other, sql, same -> list.first(mostCallers, same)),
                    each ->
                        quality.get(figures(request, version.apply(sql)), () -> each.run(sql))));
  }

  /** Selected once a minute, however many readers of the same there are. */
  private CompletableFuture<UsualSoFar> usual(ReportRequest request, Executor other) {
    ReportRequest asked = request.at(request.generatedAt().truncatedTo(MINUTES));
    return usual.begin(
        asked, () -> snapshot.read(sql -> new SelectReport(asked, sql).usualSoFar()), other);
  }

  /** The version is of the same snapshot as all else: what is equal to it fits to the rest. */
  private static Figures figures(ReportRequest request, Object version) {
    return new Figures(
        request.source(), request.dates(), request.generatedAt().truncatedTo(MINUTES), version);
  }

  /**
   * A date that is over, for a page: without findings, history, restatements and departments, and
   * with the first of those who wait.
   *
   * @param mostCallers how many of those who wait are listed; all are counted
   * @param other selects who waits, at the same time on another connection
   * @throws UnknownSourceException when the source does not exist
   * @throws UnknownSubjectException when the line or department does not exist
   */
  public CallReport dayInBrief(ReportRequest request, int mostCallers, Executor other) {
    return snapshot.read(
        sql ->
            new SelectReport(request, sql)
                .dayInBrief(
                    list -> meanwhile(other, sql, same -> list.firstOfDay(mostCallers, same))));
  }

  /** Queries on another connection, which see the same as this one. */
  private <T> Supplier<T> meanwhile(
      Executor other, DSLContext sql, Function<DSLContext, T> queries) {
    String same = Snapshot.export(sql);
    CompletableFuture<T> selected =
        CompletableFuture.supplyAsync(() -> snapshot.readLike(same, queries), other);
    return () -> SelectedOnce.result(selected);
  }

  /**
   * A line's period, ended or not, for a page: its dates, without findings, other lines and
   * departments.
   *
   * @throws UnknownSourceException when the source does not exist
   * @throws UnknownSubjectException when the line does not exist
   */
  public CallReport lineInBrief(ReportRequest request) {
    return snapshot.read(sql -> new SelectReport(request, sql).lineInBrief());
  }

  /**
   * The line, department and manager of a request, as the database knows them.
   *
   * @throws UnknownSubjectException when the line, department or manager does not exist
   */
  public Scope scope(ReportRequest request) {
    return new SelectScope(request.source(), request.filter())
        .run(DSL.using(dataSource, SQLDialect.POSTGRES));
  }

  /**
   * A manager's period, ended or not, for a page: without hours and ring times.
   *
   * @throws UnknownSourceException when the source does not exist
   * @throws UnknownSubjectException when the manager does not exist
   */
  public ManagerReview reviewInBrief(ReportRequest request) {
    return snapshot.read(sql -> new SelectReport(request, sql).reviewInBrief());
  }

  /**
   * How a date goes for a manager that is not over; without hours, weeks and restatements.
   *
   * @param version equal as long as nothing is received: the team with which managers are compared
   *     is selected once for all of them, within a minute
   * @throws UnknownSourceException when the source does not exist
   * @throws UnknownSubjectException when the manager does not exist
   */
  public ManagerReview reviewSoFar(ReportRequest request, Function<DSLContext, Object> version) {
    return snapshot.read(
        sql -> {
          Figures figures = figures(request, version.apply(sql));
          Team team = new Team(figures, request.filter().department());
          return new SelectReport(request, sql)
              .reviewSoFar(
                  each -> quality.get(figures, () -> each.run(sql)),
                  each -> teams.get(team, () -> each.run(sql)));
        });
  }

  /**
   * Records the report in the ledger; returns it with its run number.
   *
   * @param renderedAt when its files are written
   */
  public Report recorded(Report report, Instant renderedAt) {
    ReportHead head = report.head();
    InsertReportRun insert = new InsertReportRun(head.reportRun(), head.reported(), renderedAt);
    return report.withRun(
        DSL.using(dataSource, SQLDialect.POSTGRES)
            .transactionResult(transaction -> insert.run(transaction.dsl())));
  }

  /**
   * The same for a subscription, in the caller's transaction: a rollback removes the record, so
   * that the next attempt reports the same restatements.
   */
  public static Report recorded(
      Report report, String subscription, Instant renderedAt, DSLContext transaction) {
    ReportRun run = report.head().reportRun().in(subscription);
    return report.withRun(
        new InsertReportRun(run, report.head().reported(), renderedAt).run(transaction));
  }

  /**
   * Names of the managers who were rung or placed a call in the period, most rings first.
   *
   * @throws UnknownSourceException when the source does not exist
   */
  public List<String> managers(ReportRequest request) {
    return snapshot.read(sql -> new SelectManagerNames(request).run(sql));
  }

  /**
   * The latest period of the kind that ended by {@code now} and has notifications of the source;
   * empty when there is none.
   *
   * @throws UnknownSourceException when the source does not exist
   */
  public Optional<DateRange> latestComplete(ReportKind kind, String source, Instant now) {
    return snapshot.read(
        sql -> {
          LocalDate today =
              LocalDate.ofInstant(now, new SelectReportSource(source).run(sql).zone());
          DateRange current = kind.length().containing(today);
          return new SelectLatestDate(source, current.from())
              .run(sql)
              .map(kind.length()::containing);
        });
  }
}
