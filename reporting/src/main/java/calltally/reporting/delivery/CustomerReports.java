package calltally.reporting.delivery;

import calltally.sql.DatabaseClock;
import calltally.sql.retention.CustomerRecords;
import calltally.sql.retention.NumberMatcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * The archived reports that name a customer, in a file or in the letter that it is mailed with. No
 * report can be edited, so erasing the customer removes the whole report.
 */
public final class CustomerReports {

  private final DSLContext sql;
  private final Archive archive;
  private final int sourceId;
  private final NumberMatcher trace;

  /**
   * @param owner connections of the role that owns the schema
   */
  public CustomerReports(DataSource owner, Archive archive, CustomerRecords customer) {
    this.sql = DSL.using(owner, SQLDialect.POSTGRES);
    this.archive = archive;
    this.sourceId = customer.sourceId();
    this.trace = customer.trace();
  }

  /** The folders of these reports, by date. */
  public List<Path> find() throws IOException {
    return reports().stream().map(ArchivedReport::folder).toList();
  }

  /**
   * Removes the reports and records this. Must be called after the customer was erased from the
   * database. Reports in progress start over, because they may have read the customer's calls
   * before.
   *
   * @param clock the same for all who work on the ledger: {@link DatabaseClock}
   */
  public RemovedReports remove(InstantSource clock) throws IOException {
    Instant now = clock.instant();
    new RestartRenderings(sourceId, now).run(sql);
    List<ArchivedReport> reports = reports();
    int unsent =
        reports.isEmpty()
            ? 0
            : sql.transactionResult(
                transaction -> new RemoveReports(sourceId, reports, now).run(transaction.dsl()));
    for (ArchivedReport archived : reports) {
      archive.remove(archived);
    }
    removeWorkplaces();
    return new RemovedReports(reports.size(), unsent);
  }

  private void removeWorkplaces() throws IOException {
    for (Path workplace : archive.workplaces()) {
      if (isNamedIn(workplace)) {
        Archive.remove(workplace);
      }
    }
  }

  /** A report that is in no ledger may be of any source, and so is searched too. */
  private List<ArchivedReport> reports() throws IOException {
    List<ArchivedReport> reports = archive.reports();
    Map<ArchivedReport, Integer> sources = new SelectSourcesOfArchivedReports(reports).run(sql);
    List<ArchivedReport> naming = new ArrayList<>();
    for (ArchivedReport archived : reports) {
      if (sources.getOrDefault(archived, sourceId) == sourceId && isNamedIn(archived.folder())) {
        naming.add(archived);
      }
    }
    return naming;
  }

  private boolean isNamedIn(Path folder) throws IOException {
    for (Path file : Archive.filesIn(folder)) {
      if (new ArchivedText(file).names(trace)) {
        return true;
      }
    }
    return false;
  }
}
