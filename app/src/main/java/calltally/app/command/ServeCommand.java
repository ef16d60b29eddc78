package calltally.app.command;

import calltally.app.check.ServiceStatus;
import calltally.app.configuration.AlarmEntry;
import calltally.app.configuration.Configuration;
import calltally.app.configuration.MailEntry;
import calltally.app.configuration.WebEntry;
import calltally.app.database.CallDatabase;
import calltally.app.database.ConfiguredSources;
import calltally.app.database.IngestPool;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.AlarmLoop;
import calltally.app.service.CallbackLoop;
import calltally.app.service.DatabaseStartup;
import calltally.app.service.DispatchLoop;
import calltally.app.service.HandoverLoop;
import calltally.app.service.MaintenanceLoop;
import calltally.app.service.ReceiverService;
import calltally.app.service.Shutdown;
import calltally.app.service.SourceLeaseLoop;
import calltally.app.service.TaskHealth;
import calltally.app.service.UserReload;
import calltally.app.service.WebService;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.Message;
import calltally.app.terminal.Texts;
import calltally.ingest.metrics.Counters;
import calltally.reporting.alarm.AlarmChannel;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.handover.CallerReceivers;
import calltally.reporting.mail.CircuitBreakers;
import calltally.sql.DatabaseRole;
import calltally.sql.settings.SourceLease;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Receives notifications and keeps the figures up to date until the process is ended. */
@Command(
    name = "serve",
    description = "Receives notifications and keeps the figures up to date.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private final CommandContext context;
  private final Texts texts;

  @Mixin private final CommonOptions options = new CommonOptions();

  @Option(
      names = "--replace-sources",
      description =
          "Takes sources from other running services on the same database, if the configuration"
              + " leaves them out or changes their tokens, signing secrets or networks. Without it"
              + " serve ends instead.")
  private boolean replacesSources;

  ServeCommand(CommandContext context) {
    this.context = context;
    this.texts = context.texts();
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
      TaskHealth health = new TaskHealth(context.clock(), counters);
      IngestPool pool = shutdown.closing(IngestPool.of(database.login(DatabaseRole.INGEST)));
      Consumer<SourceLease> prepared =
          lease -> {
            shutdown.closing(SourceLeaseLoop.start(lease, health));
            pool.open();
            work(settings, database, counters, health, shutdown);
          };
      shutdown.closing(
          DatabaseStartup.start(settings, database, pool, replacesSources, health, prepared));
      ReceiverService service =
          shutdown.closing(
              ReceiverService.start(settings, pool, context.clock(), counters, health));
      startPage(settings, database, counters, shutdown);
      printAddresses(sources, newcomers, sources.areAuthoritative(database.owner()), service);
      printMailing(settings.configuration());
      printWatch(settings.configuration().watch());
      new CountDownLatch(1).await();
      return ExitCode.OK;
    }
  }

  /** Starts what needs the database: figures, reports by mail, the watch. */
  private void work(
      ResolvedSettings settings,
      CallDatabase database,
      Counters counters,
      TaskHealth health,
      Shutdown shutdown) {
    Configuration configuration = settings.configuration();
    InstantSource clock = context.clock();
    int slices = configuration.refresh().slices();
    shutdown.closing(MaintenanceLoop.start(database, slices, clock, counters, health));
    CircuitBreakers breakers = new CircuitBreakers(clock);
    shutdown.closing(
        DispatchLoop.start(
            settings, context.folder(), clock, database, breakers, counters, health));
    AlarmEntry watch = configuration.watch();
    if (watch != null) {
      shutdown.closing(
          AlarmLoop.start(
              watch,
              configuration.spool(),
              context.zone(),
              clock,
              database,
              breakers,
              counters,
              health));
    }
    CallerReceivers callers = configuration.callers();
    if (configuration.isWatchingCallers()) {
      shutdown.closing(CallbackLoop.start(callers, clock, database, breakers, health));
    }
    if (!callers.crms().isEmpty()) {
      shutdown.closing(HandoverLoop.start(callers, clock, database, health));
    }
  }

  private void startPage(
      ResolvedSettings settings, CallDatabase database, Counters counters, Shutdown shutdown) {
    Configuration configuration = settings.configuration();
    WebEntry web = configuration.web();
    if (web != null) {
      WebService page =
          shutdown.closing(
              WebService.start(
                  web,
                  configuration,
                  database,
                  new ServiceStatus(configuration, database),
                  counters,
                  context.clock()));
      new UserReload(page, () -> options.settings(context).configuration().users()).onSignal();
      say(Message.of("serve.page", page.address().toString()));
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
                say(
                    Message.of(
                        "serve.subscriptions",
                        subscriptions.size(),
                        texts.time("serve.moment", next.next(now).at().atZone(next.zone())),
                        next.key(),
                        mail == null
                            ? Message.of("serve.archived")
                            : Message.of("serve.mailed", mail.server().toString()))));
  }

  private void printWatch(@Nullable AlarmEntry watch) {
    if (watch != null) {
      say(
          Message.of(
              "serve.watch",
              watch.receivers().stream()
                  .map(AlarmChannel::name)
                  .collect(Collectors.joining(", "))));
    }
  }

  private static void logUnitsOfWork() {
    ((Logger) LoggerFactory.getLogger("calltally")).setLevel(Level.INFO);
  }

  /** Shows only the tokens that were generated just now: each is shown once. */
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
                  say(
                      Message.of(
                          "serve.address",
                          source,
                          service.address().toString(),
                          newcomers.contains(source)
                              ? Message.verbatim(token)
                              : Message.of("serve.token", sources.tokenFile(source).toString()))));
    } else {
      context.err().println(texts.text("serve.sources_kept"));
    }
    say(Message.of("serve.receiving", service.address().toString()));
  }

  private void say(Message message) {
    context.out().println(texts.text(message));
  }
}
