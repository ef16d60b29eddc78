package calltally.app.command;

import calltally.app.check.AlarmsCheck;
import calltally.app.check.BackupCheck;
import calltally.app.check.CheckResult;
import calltally.app.check.CheckStatus;
import calltally.app.check.ClockCheck;
import calltally.app.check.ConfigurationCheck;
import calltally.app.check.DatabaseCheck;
import calltally.app.check.DeliveriesCheck;
import calltally.app.check.DiskCheck;
import calltally.app.check.FeedCheck;
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
import calltally.app.configuration.Configuration;
import calltally.app.configuration.DataFolder;
import calltally.app.configuration.InvalidConfigurationException;
import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.ErrorMessage;
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

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

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
    print(JavaCheck.of(Runtime.version()).result());
    print(new DiskCheck(configuration.data().path(), spool.size()).result());
    print(new SpoolCheck(spool.folder(), spool.size()).result());
    print(new PortCheck(configuration.http(), TIMEOUT).result());
    print(new MailCheck(configuration.mail(), TIMEOUT).result());
  }

  private void checkBackup(ResolvedSettings settings) {
    print(
        settings.external() == null
            ? new BackupCheck(settings.configuration().data().path(), context.clock()).result()
            : BackupCheck.ofElsewhere());
  }

  private void checkDatabase(ResolvedSettings settings) {
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.openExisting(settings));
      CheckResult entered = new DatabaseCheck(database.reader(), place(settings)).result();
      print(entered);
      if (entered.status() != CheckStatus.FAILED) {
        checkInside(database.reader(), settings.configuration());
      }
    } catch (ClusterUnavailable e) {
      print(DatabaseCheck.unavailable(ErrorMessage.of(e)));
    }
  }

  private static String place(ResolvedSettings settings) {
    return settings.external() == null
        ? "embedded in " + settings.configuration().data()
        : "at " + settings.external().url().replaceFirst("\\?.*", "");
  }

  private void checkInside(DataSource database, Configuration configuration) {
    look("server", () -> new ServerCheck(database).results());
    look("clock", () -> List.of(new ClockCheck(database, context.clock()).result()));
    if (look("schema", () -> List.of(new SchemaCheck(database).result()))) {
      checkNewestSchema(database);
      look(
          "alarms",
          () ->
              configuration.watch() == null
                  ? List.of(AlarmsCheck.ofNoWatch())
                  : new AlarmsCheck(database, context.clock()).results());
    }
  }

  /** What only a database with the newest schema can tell. */
  private void checkNewestSchema(DataSource database) {
    InstantSource clock = context.clock();
    look("grants", () -> new GrantsCheck(database).results());
    look("partitions", () -> List.of(new PartitionsCheck(database, clock).result()));
    look("retention", () -> new RetentionCheck(database, clock).results());
    look("refresh", () -> List.of(new RefreshCheck(database, clock).result()));
    look("sums", () -> new SumsCheck(database).results());
    look("feed", () -> new FeedCheck(database, clock).results());
    look("rejected", () -> new RejectedCheck(database, clock).results());
    look("deliveries", () -> new DeliveriesCheck(database, clock).results());
  }

  /** Prints what is found, whatever comes of it; tells whether all of it is as it should be. */
  private boolean look(String subject, Supplier<List<CheckResult>> check) {
    List<CheckResult> results;
    try {
      results = check.get();
    } catch (RuntimeException e) {
      results = List.of(CheckResult.unknown(subject, ErrorMessage.of(e)));
    }
    results.forEach(this::print);
    return results.stream().allMatch(result -> result.status() == CheckStatus.OK);
  }

  private void print(CheckResult result) {
    hasFailed |= result.status() == CheckStatus.FAILED;
    result.lines(context.terminal().columns()).forEach(context.out()::println);
  }
}
