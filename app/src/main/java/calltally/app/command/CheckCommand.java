package calltally.app.command;

import calltally.app.check.AlarmsCheck;
import calltally.app.check.BackupCheck;
import calltally.app.check.ClockCheck;
import calltally.app.check.ConfigurationCheck;
import calltally.app.check.DatabaseCheck;
import calltally.app.check.DeliveriesCheck;
import calltally.app.check.DiskCheck;
import calltally.app.check.FeedCheck;
import calltally.app.check.Finding;
import calltally.app.check.GrantsCheck;
import calltally.app.check.JavaCheck;
import calltally.app.check.MailCheck;
import calltally.app.check.PartitionsCheck;
import calltally.app.check.PortCheck;
import calltally.app.check.RefreshCheck;
import calltally.app.check.RejectedCheck;
import calltally.app.check.RetentionCheck;
import calltally.app.check.SchemaCheck;
import calltally.app.check.ServerCheck;
import calltally.app.check.SpoolCheck;
import calltally.app.check.SumsCheck;
import calltally.app.check.Verdict;
import calltally.app.configuration.Configuration;
import calltally.app.configuration.DataFolder;
import calltally.app.configuration.InvalidConfigurationException;
import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.Failure;
import calltally.ingest.spool.SpoolSettings;
import calltally.sql.embedded.ClusterUnavailable;
import calltally.sql.embedded.EmbeddedCluster;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Tells whether everything is as it should be, and what to do where it is not. */
@Command(
    name = "check",
    description = "Looks at all that has to work, and tells what to do; changes nothing.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final CommandContext context;

  @Mixin private final CommonOptions options = new CommonOptions();

  private boolean hasFailed;

  CheckCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try {
      check(options.settings(context));
    } catch (InvalidConfigurationException e) {
      ConfigurationCheck.of(e).forEach(this::print);
      context.out().println("Nothing else was looked at.");
    }
    return hasFailed ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private void check(ResolvedSettings settings) {
    print(
        settings.isConfigured()
            ? ConfigurationCheck.of(settings.configuration())
            : ConfigurationCheck.ofNoFile());
    checkMachine(settings.configuration());
    DataFolder data = settings.configuration().data();
    if (settings.external() == null && !EmbeddedCluster.existsIn(data.path())) {
      print(DatabaseCheck.none(data.toString()));
    } else {
      checkBackup(settings);
      checkDatabase(settings);
    }
  }

  private void checkMachine(Configuration configuration) {
    SpoolSettings spool = configuration.spool();
    print(JavaCheck.of(Runtime.version()).finding());
    print(new DiskCheck(configuration.data().path(), spool.size()).finding());
    print(new SpoolCheck(spool.folder(), spool.size()).finding());
    print(new PortCheck(configuration.http(), PATIENCE).finding());
    print(new MailCheck(configuration.mail(), PATIENCE).finding());
  }

  private void checkBackup(ResolvedSettings settings) {
    print(
        settings.external() == null
            ? new BackupCheck(settings.configuration().data().path(), context.clock()).finding()
            : BackupCheck.ofElsewhere());
  }

  private void checkDatabase(ResolvedSettings settings) {
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.openExisting(settings));
      Finding entered = new DatabaseCheck(database.reader(), place(settings)).finding();
      print(entered);
      if (entered.verdict() != Verdict.FAILED) {
        checkInside(database.reader(), settings.configuration());
      }
    } catch (ClusterUnavailable e) {
      print(DatabaseCheck.unavailable(Failure.sentence(e)));
    }
  }

  private static String place(ResolvedSettings settings) {
    return settings.external() == null
        ? "embedded in " + settings.configuration().data()
        : "at " + settings.external().url().replaceFirst("\\?.*", "");
  }

  private void checkInside(DataSource database, Configuration configuration) {
    look("server", () -> new ServerCheck(database).findings());
    look("clock", () -> List.of(new ClockCheck(database, context.clock()).finding()));
    if (look("schema", () -> List.of(new SchemaCheck(database).finding()))) {
      checkNewestSchema(database);
      look(
          "alarms",
          () ->
              configuration.watch() == null
                  ? List.of(AlarmsCheck.ofNoWatch())
                  : new AlarmsCheck(database, context.clock()).findings());
    }
  }

  /** What only a database with the newest schema can tell. */
  private void checkNewestSchema(DataSource database) {
    InstantSource clock = context.clock();
    look("grants", () -> new GrantsCheck(database).findings());
    look("partitions", () -> List.of(new PartitionsCheck(database, clock).finding()));
    look("retention", () -> new RetentionCheck(database, clock).findings());
    look("refresh", () -> List.of(new RefreshCheck(database, clock).finding()));
    look("sums", () -> new SumsCheck(database).findings());
    look("feed", () -> new FeedCheck(database, clock).findings());
    look("rejected", () -> new RejectedCheck(database, clock).findings());
    look("deliveries", () -> new DeliveriesCheck(database, clock).findings());
  }

  /** Prints what is found, whatever comes of it; tells whether all of it is as it should be. */
  private boolean look(String subject, Supplier<List<Finding>> check) {
    List<Finding> findings;
    try {
      findings = check.get();
    } catch (RuntimeException e) {
      findings = List.of(Finding.unknown(subject, Failure.sentence(e)));
    }
    findings.forEach(this::print);
    return findings.stream().allMatch(finding -> finding.verdict() == Verdict.OK);
  }

  private void print(Finding finding) {
    hasFailed |= finding.verdict() == Verdict.FAILED;
    finding.lines(context.terminal().columns()).forEach(context.out()::println);
  }
}
