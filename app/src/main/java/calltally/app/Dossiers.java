package calltally.app;

import calltally.app.customer.DamagedSpool;
import calltally.app.customer.Dossier;
import calltally.ingest.notification.PhoneNumber;
import calltally.ingest.spool.SpoolEmptying;
import calltally.reporting.call.Refresh;
import calltally.reporting.delivery.Archive;
import calltally.reporting.delivery.CustomerReports;
import calltally.reporting.delivery.DatabaseClock;
import calltally.reporting.delivery.RemovedReports;
import calltally.sql.DatabaseRole;
import calltally.sql.disposal.Customer;
import calltally.sql.source.SourceRow;
import calltally.sql.source.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the sources of a database keep about customers. */
record Dossiers(Setup setup, CallDatabase database) {

  private static final Duration PATIENCE_WITH_RECEIVER = Duration.ofSeconds(30);

  /** Takes in what waits in the spool, and derives what is not derived yet. */
  void bringUpToDate() throws InterruptedException {
    try (IngestPool pool = IngestPool.open(database.login(DatabaseRole.INGEST))) {
      SpoolEmptying spool = new SpoolEmptying(Service.spool(setup.configuration()), pool);
      if (!spool.run(PATIENCE_WITH_RECEIVER)) {
        throw new IllegalStateException(
            "customer could not be looked for: what waits in the spool has to be in the database"
                + " first, and the receiver has not brought it there within 30 s; try again");
      }
    }
    refresh();
  }

  /** One for each source, or of that source alone; each reads national numbers in its region. */
  List<Dossier> of(String number, @Nullable String source) {
    List<Dossier> dossiers = new ArrayList<>();
    for (SourceRow row : new Sources(database.owner()).list()) {
      if (source == null || source.equals(row.name())) {
        dossiers.add(of(number, row));
      }
    }
    if (dossiers.isEmpty()) {
      throw new IllegalArgumentException(
          "customer could not be found: --source has to be the name of a source, was " + source);
    }
    return dossiers;
  }

  /** Those in which there is anything, each with how much of each kind: that takes its time. */
  Map<Dossier, Map<String, Long>> toErase(String number, @Nullable String source)
      throws IOException {
    Map<Dossier, Map<String, Long>> kept = new LinkedHashMap<>();
    for (Dossier dossier : of(number, source)) {
      if (dossier.customer().isOurs()) {
        throw new IllegalArgumentException(
            "customer could not be erased: the number has to be a customer's, was a manager's or a"
                + " line's (source "
                + dossier.source()
                + ")");
      }
      Map<String, Long> counts = dossier.count();
      if (!counts.isEmpty()) {
        kept.put(dossier, counts);
      }
    }
    return kept;
  }

  RemovedReports erase(Collection<Dossier> dossiers) throws IOException {
    RemovedReports removed = RemovedReports.NONE;
    for (Dossier dossier : dossiers) {
      removed = removed.plus(dossier.erase(new DatabaseClock(database.owner())));
    }
    refresh();
    return removed;
  }

  private void refresh() {
    new Refresh(database.as(DatabaseRole.REFRESH)).run();
  }

  private Dossier of(String number, SourceRow source) {
    DataSource owner = database.owner();
    Path data = setup.configuration().data();
    String read =
        PhoneNumber.normalise(number, source.region())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "customer could not be found: it needs a number, was withheld"));
    Customer customer = new Customer(owner, source.sourceId(), read);
    return new Dossier(
        source.name(),
        customer,
        new CustomerReports(owner, new Archive(data.resolve("archive")), customer),
        new DamagedSpool(data.resolve("spool")));
  }
}
