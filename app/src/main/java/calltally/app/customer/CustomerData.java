package calltally.app.customer;

import calltally.reporting.delivery.CustomerReports;
import calltally.reporting.delivery.RemovedReports;
import calltally.sql.retention.CustomerRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a source keeps about a customer: rows of the database, reports, and what the spool could
 * not read.
 *
 * @param source its name
 */
public record CustomerData(
    String source, CustomerRecords customer, CustomerReports reports, DamagedSpoolFiles spool) {

  /** How many of each kind there are; those that are none are left out. */
  public Map<String, Long> count() throws IOException {
    Map<String, Long> counts = new LinkedHashMap<>(customer.count());
    counts.put("reports", (long) reports.find().size());
    counts.put("damaged_parts_of_the_spool", (long) spool.naming(customer.trace()).size());
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  /** The rows, as JSON objects by kind; that somebody asked for them is written down. */
  public Map<String, List<String>> rows() {
    return customer.export();
  }

  /** The folders of the reports, and the files of the spool. */
  public List<Path> paths() throws IOException {
    List<Path> paths = new ArrayList<>(reports.find());
    paths.addAll(spool.naming(customer.trace()));
    return paths;
  }

  /**
   * Forgets him: rows first, so that nothing that is made of them from then on names him.
   *
   * @param clock of the ledger
   */
  public RemovedReports erase(InstantSource clock) throws IOException {
    customer.erase();
    spool.redact(customer.trace());
    return reports.remove(clock);
  }
}
