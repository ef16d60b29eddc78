package calltally.app.command;

import calltally.app.configuration.Configuration;
import calltally.app.configuration.MailEntry;
import calltally.app.configuration.AlarmEntry;
import calltally.app.database.CallDatabase;
import calltally.app.database.ConfiguredSources;
import calltally.app.database.IngestPool;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.AlarmLoop;
import calltally.app.service.DatabaseStartup;
import calltally.app.service.DispatchLoop;
import calltally.app.service.MaintenanceLoop;
import calltally.app.service.ReceiverService;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.ingest.metrics.Counters;
import calltally.reporting.alarm.AlarmChannel;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.sql.DatabaseRole;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Receives notifications and keeps the figures up to date until it is told to end. */
@Command(
    name = "serve",
    description = "Receives notifications and keeps the figures up to date.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm VV", Locale.ENGLISH);

  private final CommandContext context;

  @Mixin private final CommonOptions options = new CommonOptions();

  ServeCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    ResolvedSettings settings = options.settings(context);
    logUnitsOfWork();
    try (Shutdown shutdown = Shutdown.ofService()) {
      CallDatabase database = shutdown.closing(CallDatabase.openForService(settings));
      ConfiguredSources sources = new ConfiguredSources(settings);
      Set<String> newcomers = sources.withoutToken();
      Counters counters = new Counters();
      IngestPool pool = shutdown.closing(IngestPool.of(database.login(DatabaseRole.INGEST)));
      Runnable prepared =
          () -> {
            pool.open();
            work(settings, database, counters, shutdown);
          };
      shutdown.closing(DatabaseStartup.start(settings, database, prepared));
      ReceiverService service =
          shutdown.closing(ReceiverService.start(settings, pool, context.clock(), counters));
      printAddresses(sources, newcomers, sources.areAuthoritative(database.owner()), service);
      printMailing(settings.configuration());
      printWatch(settings.configuration().watch());
      new CountDownLatch(1).await();
      return ExitCode.OK;
    }
  }

  /** What needs the database: figures, reports by mail, the watch. */
  private void work(
      ResolvedSettings settings, CallDatabase database, Counters counters, Shutdown shutdown) {
    shutdown.closing(MaintenanceLoop.start(database, context.clock(), counters));
    shutdown.closing(DispatchLoop.start(settings, context.folder(), context.clock(), database));
    AlarmEntry watch = settings.configuration().watch();
    if (watch != null) {
      shutdown.closing(
          AlarmLoop.start(
              watch, settings.configuration().spool(), context.zone(), context.clock(), database));
    }
  }

  private void printMailing(Configuration configuration) {
    List<Subscription> subscriptions = configuration.subscriptions();
    Instant now = context.clock().instant();
    MailEntry mail = configuration.mail();
    subscriptions.stream()
        .min(Comparator.comparing(subscription -> subscription.next(now).at()))
        .ifPresent(
            next ->
                context
                    .out()
                    .printf(
                        "Subscriptions: %d, the next at %s: %s; %s%n",
                        subscriptions.size(),
                        MOMENT.format(next.next(now).at().atZone(next.zone())),
                        next.key(),
                        mail == null
                            ? "without mail in the configuration reports go into the archive only."
                            : "mailed through " + mail.server() + "."));
  }

  private void printWatch(@Nullable AlarmEntry watch) {
    if (watch != null) {
      context
          .out()
          .printf(
              "Watch: looks every minute, and tells %s what goes wrong.%n",
              watch.receivers().stream().map(AlarmChannel::name).collect(Collectors.joining(", ")));
    }
  }

  private static void logUnitsOfWork() {
    ((Logger) LoggerFactory.getLogger("calltally")).setLevel(Level.INFO);
  }

  /** Of the tokens only those made just now: they are told once. */
  private void printAddresses(
      ConfiguredSources sources,
      Set<String> newcomers,
      boolean areAuthoritative,
      ReceiverService service) {
    if (areAuthoritative) {
      sources
          .generatedTokens()
          .forEach(
              (source, token) ->
                  context
                      .out()
                      .printf(
                          "Address to give to the PBX of source %s: %s/notify/%s%n",
                          source,
                          service.address(),
                          newcomers.contains(source)
                              ? token
                              : "<the token in " + sources.tokenFile(source) + ">"));
    } else {
      context.err().println("Without a configuration the sources stay as one has described them.");
    }
    context.out().println("Receiving at " + service.address() + " until Ctrl-C.");
  }
}
