package calltally.app.check;

import calltally.app.configuration.Configuration;
import calltally.app.configuration.DataFolder;
import calltally.app.configuration.InvalidConfigurationException;
import calltally.app.database.CallDatabase;
import calltally.app.database.ReaderPool;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.Shutdown;
import calltally.app.terminal.Message;
import calltally.ingest.spool.SpoolSettings;
import calltally.sql.embedded.ClusterUnavailable;
import calltally.sql.embedded.EmbeddedCluster;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Everything that must work, from the configuration to the latest notification of each source. */
public final class SystemCheck {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final ResolvedSettings settings;
  private final InstantSource clock;
  private final Consumer<CheckResult> report;

  /**
   * Checks what a configuration describes; changes nothing.
   *
   * @param report takes each result as soon as it is there
   */
  public SystemCheck(ResolvedSettings settings, InstantSource clock, Consumer<CheckResult> report) {
    this.settings = settings;
    this.clock = clock;
    this.report = report;
  }

  /** The results when the configuration cannot be read: nothing else can be checked. */
  public static List<CheckResult> of(InvalidConfigurationException invalid) {
    return ConfigurationCheck.of(invalid);
  }

  /** Runs every check, the cheapest and most fundamental first. */
  public void run() {
    report.accept(
        settings.isConfigured()
            ? ConfigurationCheck.of(settings.configuration())
            : ConfigurationCheck.ofNoFile());
    ConfigurationCheck.unsigned(settings.configuration()).forEach(report);
    checkMachine(settings.configuration());
    DataFolder data = settings.configuration().data();
    if (settings.external() == null
        && !EmbeddedCluster.existsIn(data.path())
        && EmbeddedCluster.isReadable(data.path())) {
      report.accept(DatabaseCheck.none(data.toString()));
    } else {
      checkBackup();
      checkDatabase();
    }
  }

  private void checkMachine(Configuration configuration) {
    SpoolSettings spool = configuration.spool();
    report.accept(JavaCheck.of(Runtime.version()).result());
    report.accept(new DiskCheck(configuration.data().path(), spool.size()).result());
    report.accept(new SpoolCheck(spool.folder(), spool.size()).result());
    report.accept(new PortCheck(configuration.http(), TIMEOUT).result());
    report.accept(PageCheck.of(configuration, TIMEOUT).result());
    report.accept(new MailCheck(configuration.mail(), TIMEOUT).result());
  }

  private void checkBackup() {
    report.accept(
        settings.external() == null
            ? new BackupCheck(settings.configuration().data().path(), clock).result()
            : BackupCheck.ofElsewhere());
  }

  private void checkDatabase() {
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.openToCheck(settings));
      CheckResult entered = new DatabaseCheck(database.reader(), place()).result();
      report.accept(entered);
      if (entered.status() != CheckStatus.FAILED) {
        try (HikariDataSource reader = ReaderPool.of(database)) {
          checkInside(reader, settings.configuration());
        }
      }
    } catch (ClusterUnavailable e) {
      report.accept(DatabaseCheck.unavailable(e));
    }
  }

  private Message place() {
    return settings.external() == null
        ? Message.of("check.database.embedded", settings.configuration().data().toString())
        : Message.of("check.database.at", settings.external().place());
  }

  private void checkInside(DataSource database, Configuration configuration) {
    look(CheckSubject.SERVER, () -> new ServerCheck(database).results());
    look(CheckSubject.CLOCK, () -> List.of(new ClockCheck(database, clock).result()));
    if (look(CheckSubject.SCHEMA, () -> List.of(new SchemaCheck(database).result()))) {
      checkNewestSchema(database);
      look(
          CheckSubject.ALARMS,
          () ->
              configuration.watch() == null
                  ? List.of(AlarmsCheck.ofNoWatch())
                  : new AlarmsCheck(database, clock).results());
    }
  }

  /** The checks that need the newest schema. */
  private void checkNewestSchema(DataSource database) {
    look(CheckSubject.ZONES, () -> new ZonesCheck(database, clock).results());
    look(CheckSubject.GRANTS, () -> new GrantsCheck(database).results());
    look(CheckSubject.PARTITIONS, () -> List.of(new PartitionsCheck(database, clock).result()));
    look(CheckSubject.RETENTION, () -> new RetentionCheck(database, clock).results());
    look(CheckSubject.REFRESH, () -> List.of(new RefreshCheck(database, clock).result()));
    look(CheckSubject.REFRESH, () -> new SetAsideCheck(database).result().stream().toList());
    look(CheckSubject.SUMS, () -> new SumsCheck(database).results());
    look(CheckSubject.FEED, () -> new FeedCheck(database, clock).results());
    look(CheckSubject.REJECTED, () -> new RejectedCheck(database, clock).results());
    look(CheckSubject.DELIVERIES, () -> new DeliveriesCheck(database, clock).results());
    look(CheckSubject.HANDOVER, () -> new HandoverCheck(database, clock).results());
  }

  /** Reports what a check finds, or that it failed; whether all of it is as it should be. */
  private boolean look(CheckSubject subject, Supplier<List<CheckResult>> check) {
    List<CheckResult> results;
    try {
      results = check.get();
    } catch (RuntimeException e) {
      results = List.of(CheckResult.unknown(subject, e));
    }
    results.forEach(report);
    return results.stream().allMatch(result -> result.status() == CheckStatus.OK);
  }
}
