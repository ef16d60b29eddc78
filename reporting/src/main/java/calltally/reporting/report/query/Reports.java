package calltally.reporting.report.query;

import calltally.reporting.report.DateRange;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.ReportRun;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The reports that the database can tell. */
public final class Reports {

  private final DataSource dataSource;
  private final Snapshot snapshot;

  public Reports(DataSource dataSource) {
    this.dataSource = dataSource;
    this.snapshot = new Snapshot(dataSource);
  }

  /**
   * The report of a period, whether it is over or not: all its figures are of one state of the
   * database.
   *
   * @throws UnknownSourceException when there is no such source
   * @throws UnknownSubjectException when there is no such line, department or manager
   * @throws IllegalArgumentException when the kind is not told of what is asked for
   */
  public Report select(ReportRequest request) {
    return snapshot.read(sql -> new SelectReport(request).run(sql));
  }

  /**
   * The report as it will be written: the ledger keeps what it says, and gives it its number.
   *
   * @param renderedAt when it is written
   */
  public Report recorded(Report report, Instant renderedAt) {
    ReportHead head = report.head();
    InsertRun insert = new InsertRun(head.reportRun(), head.reported(), renderedAt);
    return report.withRun(
        DSL.using(dataSource, SQLDialect.POSTGRES)
            .transactionResult(transaction -> insert.run(transaction.dsl())));
  }

  /**
   * The same for a subscription, in somebody's transaction: the ledger forgets the report when that
   * is rolled back, so that what it restates is told by the next attempt.
   */
  public static Report recorded(
      Report report, String subscription, Instant renderedAt, DSLContext transaction) {
    ReportRun run = report.head().reportRun().in(subscription);
    return report.withRun(
        new InsertRun(run, report.head().reported(), renderedAt).run(transaction));
  }

  /**
   * Names of the managers who were rung or placed a call in the period of the request, most rings
   * first.
   *
   * @throws UnknownSourceException when there is no such source
   */
  public List<String> managers(ReportRequest request) {
    return snapshot.read(sql -> new SelectManagerNames(request).run(sql));
  }

  /**
   * The latest period of the kind that is over at {@code now} and has notifications of the source;
   * empty when none has.
   *
   * @throws UnknownSourceException when there is no such source
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
