package calltally.ingest.receiver;

import calltally.ingest.journal.Bounds;
import calltally.ingest.journal.GroupCommit;
import calltally.ingest.journal.Journal;
import calltally.ingest.metrics.Counters;
import calltally.ingest.spool.JournalOrSpool;
import calltally.ingest.spool.Spool;
import calltally.ingest.spool.SpoolSettings;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server that stores the notifications of all sources in the journal. */
public final class Receiver implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
  private static final int SECONDS_TO_STOP = 3;

  /** By then only threads reading tokens from a silent database are still running. */
  private static final long MILLIS_PER_THREAD_POOL = 250;

  /** Threads for health probes: more than may wait for the database at once. */
  private static final int THREADS = 40;

  /** Leaves a processor for short requests, where there are several. */
  private static final int THREADS_FOR_LONG_BODIES =
      Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /** Stays small compared with the heap while the database does not answer. */
  private static final Bounds QUEUE = new Bounds(2000, 32 << 20);

  private static final int SECONDS_BETWEEN_REFRESHES = 2;
  private static final Duration LIMIT_OF_HEALTH = Duration.ofSeconds(1);

  private final Main main = new Main();
  private final ReceiverSettings settings;
  private final NotificationHttpServer server;
  private final Journal journal;
  private final JournalOrSpool journalOrSpool;
  private final InstantSource clock;
  private final FairExecutor longBodies = new FairExecutor("long body", THREADS_FOR_LONG_BODIES);

  private Receiver(
      ReceiverSettings settings,
      Journal journal,
      JournalOrSpool journalOrSpool,
      InstantSource clock) {
    this.settings = settings;
    this.server = new NotificationHttpServer(address(settings));
    this.journal = journal;
    this.journalOrSpool = journalOrSpool;
    this.clock = clock;
  }

  /**
   * Starts listening; returns once requests are answered.
   *
   * @param ingest connections in auto-commit mode, of the role calltally_ingest, that time out well
   *     within a second
   * @param clock gives the time of receipt
   * @throws ReceiverNotStarted when it cannot listen on the address
   * @throws org.jooq.exception.DataAccessException when the database does not answer and the
   *     settings expect no sources
   */
  public static Receiver start(ReceiverSettings settings, DataSource ingest, InstantSource clock) {
    return start(settings, ingest, clock, new Counters(), List::of);
  }

  /**
   * Like {@link #start(ReceiverSettings, DataSource, InstantSource)}.
   *
   * @param counters shown by {@code /metrics}
   * @param lateTasks names what does not work, for {@code /health/ready}
   */
  public static Receiver start(
      ReceiverSettings settings,
      DataSource ingest,
      InstantSource clock,
      Counters counters,
      Supplier<List<String>> lateTasks) {
    return start(settings, ingest, clock, counters, lateTasks, QUEUE);
  }

  /**
   * Like {@link #start(ReceiverSettings, DataSource, InstantSource, Counters, Supplier)}.
   *
   * @param queue what may wait for the database
   */
  static Receiver start(
      ReceiverSettings settings,
      DataSource ingest,
      InstantSource clock,
      Counters counters,
      Supplier<List<String>> lateTasks,
      Bounds queue) {
    TokenAuthenticator authenticator = new TokenAuthenticator(ingest, settings, counters);
    Spool spool = Spool.open(settings.spool());
    showSpool(spool, settings.spool(), counters);
    Journal journal = Journal.open(ingest);
    GroupCommit commit = GroupCommit.into(journal, queue, counters);
    JournalOrSpool journalOrSpool = JournalOrSpool.open(journal, commit, spool, counters);
    Receiver receiver = new Receiver(settings, journal, journalOrSpool, clock);
    RateLimiter rateLimiter = new RateLimiter(settings.requestsPerSecond(), clock);
    NotifyResponder intake =
        new NotifyResponder(authenticator, rateLimiter, journalOrSpool, counters, clock);
    try {
      intake.warmUp();
      journal.warmUp();
      receiver.configure();
      receiver.open(authenticator, intake, counters, lateTasks);
    } catch (Exception e) { // what Camel declares
      receiver.close();
      throw new ReceiverNotStarted(settings, e);
    }
    LOG.info(
        "receiving notifications at http://{}:{}/notify/, sources: {}",
        settings.host(),
        receiver.port(),
        authenticator.sources().size());
    return receiver;
  }

  private static void showSpool(Spool spool, SpoolSettings settings, Counters counters) {
    counters.gauge(
        "spool_bytes",
        "Size of the files that wait for the database.",
        () -> OptionalDouble.of((double) spool.length()));
    counters.gauge(
        "spool_limit_bytes",
        "The most that they may have.",
        () -> OptionalDouble.of((double) settings.size()));
  }

  /** The port it listens on. */
  public int port() {
    return server.getPort();
  }

  /** Stops listening and answers the requests under way; within 5 s. */
  @Override
  public void close() {
    server.lock();
    main.stop();
    longBodies.close();
    journalOrSpool.close();
    journal.close();
  }

  private static VertxPlatformHttpServerConfiguration address(ReceiverSettings settings) {
    VertxPlatformHttpServerConfiguration address = new VertxPlatformHttpServerConfiguration();
    address.setBindHost(settings.host());
    address.setBindPort(settings.port());
    return address;
  }

  /** Only this class configures the routes: no file, no property, no environment variable. */
  private void configure() {
    main.setShutdownStrategy(new SimpleMainShutdownStrategy());
    main.setDefaultPropertyPlaceholderLocation("false");
    MainConfigurationProperties configuration = main.configure();
    configuration.setAutoConfigurationEnvironmentVariablesEnabled(false);
    configuration.setAutoConfigurationSystemPropertiesEnabled(false);
    configuration.setStartupSummaryLevel(StartupSummaryLevel.Off);
    configuration.setShutdownTimeout(SECONDS_TO_STOP);
  }

  private void open(
      TokenAuthenticator authenticator,
      NotifyResponder intake,
      Counters counters,
      Supplier<List<String>> lateTasks)
      throws Exception {
    main.init();
    prepareContext();
    RequestAdmission admission = new RequestAdmission(authenticator::sourceOf, server::isLocked);
    AsyncHttpEngine engine = new AsyncHttpEngine(server.address().getPort(), admission);
    addRoutes(
        new NotifyRoute(engine, intake, longBodies),
        new HealthRoute(engine, () -> journal.state(LIMIT_OF_HEALTH), lateTasks),
        new MetricsRoute(engine, counters, settings),
        new UnknownPathRoute(engine, intake));
    refreshRegularly(authenticator);
    reportRegularly(authenticator);
    main.start();
    server.open(admission);
  }

  private void prepareContext() throws Exception {
    context().getExecutorServiceManager().setShutdownAwaitTermination(MILLIS_PER_THREAD_POOL);
    context()
        .getRegistry()
        .bind("requests", VertxOptions.class, new VertxOptions().setWorkerPoolSize(THREADS));
    context()
        .getRegistry()
        .bind("address", VertxPlatformHttpServerConfiguration.class, server.address());
    context().addService(server, true, true);
  }

  /** The order matters: the last route gets the requests that the others leave. */
  private void addRoutes(RoutesBuilder... routes) throws Exception {
    for (RoutesBuilder route : List.of(routes)) {
      context().addRoutes(route);
    }
  }

  private void refreshRegularly(TokenAuthenticator authenticator) {
    ScheduledFuture<?> unused =
        context()
            .getExecutorServiceManager()
            .newSingleThreadScheduledExecutor(authenticator, "tokens")
            .scheduleWithFixedDelay(
                authenticator::refresh,
                SECONDS_BETWEEN_REFRESHES,
                SECONDS_BETWEEN_REFRESHES,
                TimeUnit.SECONDS);
  }

  private void reportRegularly(TokenAuthenticator authenticator) {
    ScheduledFuture<?> unused =
        context()
            .getExecutorServiceManager()
            .newSingleThreadScheduledExecutor(authenticator, "security events")
            .scheduleWithFixedDelay(
                () -> authenticator.report(clock.instant()),
                SECONDS_BETWEEN_REFRESHES,
                SECONDS_BETWEEN_REFRESHES,
                TimeUnit.SECONDS);
  }

  private CamelContext context() {
    return main.getCamelContext();
  }
}
