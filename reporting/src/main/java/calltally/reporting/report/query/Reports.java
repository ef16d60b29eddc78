package calltally.reporting.report.query;

import static java.time.temporal.ChronoUnit.MINUTES;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.ReportRun;
import calltally.reporting.report.Scope;
import calltally.reporting.report.query.SelectUsualSoFar.UsualSoFar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Selects reports from the database and records them in its ledger. */
public final class Reports {

  private static final int MOST_KEPT = 100;

  private final DataSource dataSource;
  private final Snapshot snapshot;

  /** By requests as of the beginning of a minute: it is the same in all of the minute. */
  private final Map<ReportRequest, CompletableFuture<UsualSoFar>> usual =
      new LinkedHashMap<>(16, 0.75f, true);

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
    return snapshot.read(sql -> new SelectReport(request).run(sql));
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
          SelectReport select = new SelectReport(request);
          return select.soFar(() -> select.usualSoFar(sql), list -> () -> list.inBrief(sql), sql);
        });
  }

  /**
   * The same for a page, sooner: what is usual and who waits is selected at the same time on other
   * connections, only the first who wait are listed, and callers of other days who were never
   * reached are left out while somebody waits.
   *
   * @param mostCallers how many of those who wait are listed; all are counted
   * @param other selects what is usual, and who waits
   */
  public CallsSoFar soFarInBrief(ReportRequest request, int mostCallers, Executor other) {
    SelectReport select = new SelectReport(request);
    CompletableFuture<UsualSoFar> usualSoFar = usual(request, other);
    return snapshot.read(
        sql ->
            select.soFar(
                () -> result(usualSoFar),
                list -> meanwhile(other, sql, same -> list.first(mostCallers, same)),
                sql));
  }

  /** Selected once a minute, however many readers of the same there are. */
  private synchronized CompletableFuture<UsualSoFar> usual(ReportRequest request, Executor other) {
    ReportRequest asked = request.at(request.generatedAt().truncatedTo(MINUTES));
    CompletableFuture<UsualSoFar> known = usual.get(asked);
    if (known != null && !known.isCompletedExceptionally()) {
      return known;
    }
    CompletableFuture<UsualSoFar> selected =
        CompletableFuture.supplyAsync(
            () -> snapshot.read(new SelectReport(asked)::usualSoFar), other);
    usual.put(asked, selected);
    if (usual.size() > MOST_KEPT) {
      usual.remove(usual.keySet().iterator().next());
    }
    return selected;
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
            new SelectReport(request)
                .dayInBrief(
                    list -> meanwhile(other, sql, same -> list.firstOfDay(mostCallers, same)),
                    sql));
  }

  /** Queries on another connection, which see the same as this one. */
  private <T> Supplier<T> meanwhile(
      Executor other, DSLContext sql, Function<DSLContext, T> queries) {
    String same = Snapshot.export(sql);
    CompletableFuture<T> selected =
        CompletableFuture.supplyAsync(() -> snapshot.readLike(same, queries), other);
    return () -> result(selected);
  }

  private static <T> T result(CompletableFuture<T> selected) {
    try {
      return selected.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /**
   * A line's period, ended or not, for a page: its dates, without findings, other lines and
   * departments.
   *
   * @throws UnknownSourceException when the source does not exist
   * @throws UnknownSubjectException when the line does not exist
   */
  public CallReport lineInBrief(ReportRequest request) {
    return snapshot.read(sql -> new SelectReport(request).lineInBrief(sql));
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
    return snapshot.read(sql -> new SelectReport(request).reviewInBrief(sql));
  }

  /**
   * How a date goes for a manager that is not over; without hours, weeks and restatements.
   *
   * @throws UnknownSourceException when the source does not exist
   * @throws UnknownSubjectException when the manager does not exist
   */
  public ManagerReview reviewSoFar(ReportRequest request) {
    return snapshot.read(sql -> new SelectReport(request).reviewSoFar(sql));
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
