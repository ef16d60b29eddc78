package calltally.reporting.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;

/** The daily reports that the database can tell. */
public final class DailyReports {

  private final Snapshot snapshot;

  public DailyReports(DataSource dataSource) {
    this.snapshot = new Snapshot(dataSource);
  }

  /**
   * The report of a local date of the source, whether it is over or not, seen at {@code
   * generatedAt}: all its figures are of one state of the database.
   *
   * @throws UnknownSourceException when there is no such source
   */
  public DailyReport select(String source, LocalDate date, Instant generatedAt) {
    return snapshot.read(sql -> new SelectDailyReport(source, date, generatedAt).run(sql));
  }

  /**
   * The latest local date of the source that is over at {@code now} and has notifications; empty
   * when nothing was received before today.
   *
   * @throws UnknownSourceException when there is no such source
   */
  public Optional<LocalDate> latestCompleteDay(String source, Instant now) {
    return snapshot.read(
        sql -> {
          LocalDate today = LocalDate.ofInstant(now, new SelectSource(source).run(sql).zone());
          return new SelectLatestCompleteDay(source, today).run(sql);
        });
  }
}
