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
import java.util.Optional;
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

  /** Erases customers, after it was recorded where they are. */
  public RemovedReports erase(Collection<PersonalData> found) throws IOException {
    DatabaseClock clock = new DatabaseClock(database.owner());
    RemovedReports removed = RemovedReports.NONE;
    for (PersonalData data : found) {
      String mark = CustomerRecords.randomMark();
      removed = removed.plus(data.erase(mark, clock, this::record));
    }
    refresh();
    return removed;
  }

  /**
   * Erases whom a restore or an import has brought back.
   *
   * @return how many erasures were repeated
   */
  public int repeat(ErasureList list) throws IOException {
    RepeatedErasures erasures = new RepeatedErasures(this, new DatabaseClock(database.owner()));
    int repeated = erasures.run(list.entries());
    int unused = erasures().addFrom(list);
    refresh();
    return repeated;
  }

  private void record(List<String> places) {
    int unused = erasures().add(places);
  }

  /** The list of this data folder. */
  public ErasureList erasures() {
    return ErasureList.in(settings.configuration().data().path());
  }

  private void refresh() {
    new Refresh(database.as(DatabaseRole.REFRESH)).run();
  }

  private PersonalData of(String number, SourceRow source) {
    return reading(number, source)
        .orElseThrow(() -> new CommandFailedException("customer.number", number));
  }

  /** Empty for a text that is no number. */
  Optional<PersonalData> reading(String text, SourceRow source) {
    return PhoneNumber.normalise(text, source.region()).map(number -> ofNumber(number, source));
  }

  private PersonalData ofNumber(String read, SourceRow source) {
    DataSource owner = database.owner();
    DataFolder data = settings.configuration().data();
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
