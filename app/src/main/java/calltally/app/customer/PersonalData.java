package calltally.app.customer;

import calltally.reporting.delivery.CustomerReports;
import calltally.reporting.delivery.RemovedReports;
import calltally.sql.retention.CustomerRecords;
import calltally.sql.retention.ErasureEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Everything that a source keeps about a customer: database rows, reports, and unreadable parts of
 * the spool.
 *
 * @param source the source's name
 */
public record PersonalData(
    String source, CustomerRecords customer, CustomerReports reports, DamagedSpoolFiles spool) {

  /** The number of items of each kind; kinds without any are left out. */
  public Map<String, Long> count() throws IOException {
    Map<String, Long> counts = new LinkedHashMap<>(customer.count());
    counts.put("reports", (long) reports.find().size());
    counts.put("damaged_parts_of_the_spool", (long) spool.naming(customer.trace()).size());
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  /** The database rows as JSON objects, by kind; the export itself is logged in the database. */
  public Map<String, List<String>> rows() {
    return customer.export();
  }

  /** The reports' folders, and the spool's damaged files. */
  public List<Path> paths() throws IOException {
    List<Path> paths = new ArrayList<>(reports.find());
    paths.addAll(spool.naming(customer.trace()));
    return paths;
  }

  /**
   * Erases the customer: rows first, so that no report rendered meanwhile contains the number.
   *
   * @param clock the ledger's clock
   * @param record takes the places where the customer is, as lines of the list of erasures, before
   *     they are erased
   */
  RemovedReports erase(String mark, InstantSource clock, Consumer<List<String>> record)
      throws IOException {
    var unused =
        customer.erase(
            mark,
            clock.instant(),
            source,
            places -> record.accept(places.stream().map(ErasureEntry::line).toList()));
    spool.redact(customer.trace());
    return reports.remove(clock);
  }
}
