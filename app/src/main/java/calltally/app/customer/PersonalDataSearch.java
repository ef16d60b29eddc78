package calltally.app.customer;

import calltally.app.configuration.DataFolder;
import calltally.app.database.CallDatabase;
import calltally.app.database.IngestPool;
import calltally.app.database.KnownSources;
import calltally.app.database.ResolvedSettings;
import calltally.app.terminal.CommandFailedException;
import calltally.exchange.text.PhoneNumber;
import calltally.ingest.spool.SpoolEmptying;
import calltally.reporting.call.Refresh;
import calltally.reporting.delivery.Archive;
import calltally.reporting.delivery.CustomerReports;
import calltally.reporting.delivery.RemovedReports;
import calltally.sql.DatabaseClock;
import calltally.sql.DatabaseRole;
import calltally.sql.retention.CustomerRecords;
import calltally.sql.settings.SourceRow;
import calltally.sql.settings.Sources;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Finds and erases what the sources of a database keep about customers. */
public record PersonalDataSearch(ResolvedSettings settings, CallDatabase database) {

  private static final Duration RECEIVER_TIMEOUT = Duration.ofSeconds(30);

  /** Stores what waits in the spool, and refreshes the calls. */
  public void bringUpToDate() throws InterruptedException {
    try (IngestPool pool = IngestPool.open(database.login(DatabaseRole.INGEST))) {
      SpoolEmptying spool = new SpoolEmptying(settings.configuration().spool(), pool);
      if (!spool.run(RECEIVER_TIMEOUT)) {
        throw new CommandFailedException("customer.spool");
      }
    }
    refresh();
  }

  /** One result for each source, or for the one named; national numbers follow its region. */
  public List<PersonalData> of(String number, @Nullable String source) {
    new KnownSources(database.owner()).require(source);
    List<PersonalData> found = new ArrayList<>();
    for (SourceRow row : new Sources(database.owner()).list()) {
      if (source == null || source.equals(row.name())) {
        found.add(of(number, row));
      }
    }
    return found;
  }

  /** The sources that keep anything, with the number of items of each kind; may take minutes. */
  public Map<PersonalData, Map<String, Long>> toErase(String number, @Nullable String source)
      throws IOException {
    Map<PersonalData, Map<String, Long>> kept = new LinkedHashMap<>();
    for (PersonalData data : of(number, source)) {
      if (data.customer().isOurs()) {
        throw new CommandFailedException("customer.ours", data.source());
      }
      Map<String, Long> counts = data.count();
      if (!counts.isEmpty()) {
        kept.put(data, counts);
      }
    }
    return kept;
  }

  public RemovedReports erase(Collection<PersonalData> found) throws IOException {
    RemovedReports removed = RemovedReports.NONE;
    for (PersonalData data : found) {
      removed = removed.plus(data.erase(new DatabaseClock(database.owner())));
    }
    refresh();
    return removed;
  }

  private void refresh() {
    new Refresh(database.as(DatabaseRole.REFRESH)).run();
  }

  private PersonalData of(String number, SourceRow source) {
    DataSource owner = database.owner();
    DataFolder data = settings.configuration().data();
    String read =
        PhoneNumber.normalise(number, source.region())
            .orElseThrow(() -> new CommandFailedException("customer.number", number));
    CustomerRecords customer =
        new CustomerRecords(
            owner,
            source.sourceId(),
            read,
            written -> PhoneNumber.normalise(written, source.region()));
    return new PersonalData(
        source.name(),
        customer,
        new CustomerReports(owner, new Archive(data.archive()), customer),
        new DamagedSpoolFiles(data.spool()));
  }
}
