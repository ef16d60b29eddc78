package calltally.app;

import calltally.app.configuration.Configuration;
import calltally.app.configuration.Mail;
import calltally.app.configuration.WatchEntry;
import calltally.ingest.metrics.Counters;
import calltally.reporting.delivery.Subscription;
import calltally.reporting.watch.Receiver;
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
import picocli.CommandLine.Mixin;

/** Receives notifications and keeps the figures up to date until it is told to end. */
@Command(
    name = "serve",
    description = "Receives notifications and keeps the figures up to date.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm VV", Locale.ENGLISH);

  private final Shell shell;

  @Mixin private final SystemOptions system = new SystemOptions();

  ServeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    Setup setup = system.setup(shell);
    logUnitsOfWork();
    try (Shutdown shutdown = Shutdown.ofService()) {
      CallDatabase database = shutdown.closing(CallDatabase.openForService(setup));
      ConfiguredSources sources = new ConfiguredSources(setup);
      Set<String> newcomers = sources.withoutToken();
      Counters counters = new Counters();
      IngestPool pool = shutdown.closing(IngestPool.of(database.login(DatabaseRole.INGEST)));
      Runnable prepared =
          () -> {
            pool.open();
            work(setup, database, counters, shutdown);
          };
      shutdown.closing(Preparation.start(setup, database, prepared));
      Service service = shutdown.closing(Service.start(setup, pool, shell.clock(), counters));
      printAddresses(sources, newcomers, sources.areTruth(database.owner()), service);
      printMailing(setup.configuration());
      printWatch(setup.configuration().watch());
      new CountDownLatch(1).await();
      return Calltally.DONE;
    }
  }

  /** What needs the database: figures, reports by mail, the watch. */
  private void work(Setup setup, CallDatabase database, Counters counters, Shutdown shutdown) {
    shutdown.closing(Upkeep.start(database, shell.clock(), counters));
    shutdown.closing(Postman.start(setup, shell, database));
    WatchEntry watch = setup.configuration().watch();
    if (watch != null) {
      shutdown.closing(Watchman.start(watch, setup, shell, database));
    }
  }

  private void printMailing(Configuration configuration) {
    List<Subscription> subscriptions = configuration.subscriptions();
    Instant now = shell.clock().instant();
    Mail mail = configuration.mail();
    subscriptions.stream()
        .min(Comparator.comparing(subscription -> subscription.next(now).at()))
        .ifPresent(
            next ->
                shell
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

  private void printWatch(@Nullable WatchEntry watch) {
    if (watch != null) {
      shell
          .out()
          .printf(
              "Watch: looks every minute, and tells %s what goes wrong.%n",
              watch.receivers().stream().map(Receiver::name).collect(Collectors.joining(", ")));
    }
  }

  private static void logUnitsOfWork() {
    ((Logger) LoggerFactory.getLogger("calltally")).setLevel(Level.INFO);
  }

  /** Of the tokens only those made just now: they are told once. */
  private void printAddresses(
      ConfiguredSources sources, Set<String> newcomers, boolean areTruth, Service service) {
    if (areTruth) {
      sources
          .generatedTokens()
          .forEach(
              (source, token) ->
                  shell
                      .out()
                      .printf(
                          "Address to give to the PBX of source %s: %s/notify/%s%n",
                          source,
                          service.address(),
                          newcomers.contains(source)
                              ? token
                              : "<the token in " + sources.tokenFile(source) + ">"));
    } else {
      shell.err().println("Without a configuration the sources stay as one has described them.");
    }
    shell.out().println("Receiving at " + service.address() + " until Ctrl-C.");
  }
}
