package calltally.ingest.receiver;

import calltally.ingest.journal.Bounds;
import calltally.ingest.journal.GroupCommit;
import calltally.ingest.journal.Journal;
import calltally.ingest.metrics.Counters;
import calltally.ingest.spool.Safekeeping;
import calltally.ingest.spool.Spool;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
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

/** The HTTP server that takes the notifications of all sources into the journal. */
public final class Receiver implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
  private static final int SECONDS_TO_STOP = 3;

  /** Only those that read tokens from a silent database are not finished by then. */
  private static final long MILLIS_PER_THREAD_POOL = 250;

  /**
   * For long bodies, and for those who ask how the receiver is: more than may wait for the database
   * at once.
   */
  private static final int THREADS = 40;

  /** What waits while the database does not answer stays small beside the heap. */
  private static final Bounds QUEUE = new Bounds(2000, 32 << 20);

  private static final int SECONDS_BETWEEN_REFRESHES = 2;
  private static final Duration LIMIT_OF_HEALTH = Duration.ofSeconds(1);

  private final Main main = new Main();
  private final ReceiverSettings settings;
  private final FrontDoor door;
  private final Journal journal;
  private final Safekeeping safekeeping;

  private Receiver(ReceiverSettings settings, Journal journal, Safekeeping safekeeping) {
    this.settings = settings;
    this.door = new FrontDoor(address(settings));
    this.journal = journal;
    this.safekeeping = safekeeping;
  }

  /**
   * Starts listening; returns when requests are answered.
   *
   * @param ingest connections in auto-commit mode, of the role calltally_ingest, that give up well
   *     within a second
   * @param clock tells when a notification is received
   * @throws ReceiverNotStarted when the address cannot be listened on
   * @throws org.jooq.exception.DataAccessException when the database does not answer and the
   *     settings expect no sources
   */
  public static Receiver start(ReceiverSettings settings, DataSource ingest, InstantSource clock) {
    return start(settings, ingest, clock, new Counters());
  }

  /**
   * Like {@link #start(ReceiverSettings, DataSource, InstantSource)}.
   *
   * @param counters what {@code /metrics} tells
   */
  public static Receiver start(
      ReceiverSettings settings, DataSource ingest, InstantSource clock, Counters counters) {
    return start(settings, ingest, clock, counters, QUEUE);
  }

  /**
   * Like {@link #start(ReceiverSettings, DataSource, InstantSource, Counters)}.
   *
   * @param queue what may wait for the database
   */
  static Receiver start(
      ReceiverSettings settings,
      DataSource ingest,
      InstantSource clock,
      Counters counters,
      Bounds queue) {
    Doorkeeper doorkeeper = new Doorkeeper(ingest, settings, counters);
    Spool spool = Spool.open(settings.spool());
    Journal journal = Journal.open(ingest);
    GroupCommit commit = GroupCommit.into(journal, queue, counters);
    Safekeeping safekeeping = Safekeeping.open(journal, commit, spool, counters);
    Receiver receiver = new Receiver(settings, journal, safekeeping);
    Rates rates = new Rates(settings.requestsPerSecond(), clock);
    Intake intake = new Intake(doorkeeper, rates, safekeeping, counters, clock);
    try {
      intake.warmUp();
      journal.warmUp();
      receiver.configure();
      receiver.open(doorkeeper, intake, counters);
    } catch (Exception e) { // what Camel declares
      receiver.close();
      throw new ReceiverNotStarted("its address has to be free, and this machine's", settings, e);
    }
    LOG.info(
        "receiving notifications at http://{}:{}/notify/, {} sources",
        settings.host(),
        receiver.port(),
        doorkeeper.sources().size());
    return receiver;
  }

  /** The port it listens on. */
  public int port() {
    return door.getPort();
  }

  /** Stops listening and answers what has arrived; within 5 s. */
  @Override
  public void close() {
    door.lock();
    main.stop();
    safekeeping.close();
    journal.close();
  }

  private static VertxPlatformHttpServerConfiguration address(ReceiverSettings settings) {
    VertxPlatformHttpServerConfiguration address = new VertxPlatformHttpServerConfiguration();
    address.setBindHost(settings.host());
    address.setBindPort(settings.port());
    return address;
  }

  /** Nothing but this class configures the routes: no file, no property, no environment. */
  private void configure() {
    main.setShutdownStrategy(new SimpleMainShutdownStrategy());
    main.setDefaultPropertyPlaceholderLocation("false");
    MainConfigurationProperties configuration = main.configure();
    configuration.setAutoConfigurationEnvironmentVariablesEnabled(false);
    configuration.setAutoConfigurationSystemPropertiesEnabled(false);
    configuration.setStartupSummaryLevel(StartupSummaryLevel.Off);
    configuration.setShutdownTimeout(SECONDS_TO_STOP);
  }

  private void open(Doorkeeper doorkeeper, Intake intake, Counters counters) throws Exception {
    main.init();
    context().getExecutorServiceManager().setShutdownAwaitTermination(MILLIS_PER_THREAD_POOL);
    context().getCamelContextExtension().registerEndpointCallback(Web::withoutStrangersHeaders);
    context()
        .getRegistry()
        .bind("requests", VertxOptions.class, new VertxOptions().setWorkerPoolSize(THREADS));
    context()
        .getRegistry()
        .bind("address", VertxPlatformHttpServerConfiguration.class, door.address());
    context().addService(door, true, true);
    PatientEngine engine = new PatientEngine(door.address().getPort());
    addRoutes(
        new NotifyRoute(engine, intake),
        new HealthRoute(() -> journal.answers(LIMIT_OF_HEALTH)),
        new MetricsRoute(counters, settings),
        new NowhereRoute(engine, intake));
    refreshFromTimeToTime(doorkeeper);
    main.start();
    door.open(doorkeeper::knows);
  }

  /** In this order: the last one takes what the others leave. */
  private void addRoutes(RoutesBuilder... routes) throws Exception {
    for (RoutesBuilder route : List.of(routes)) {
      context().addRoutes(route);
    }
  }

  private void refreshFromTimeToTime(Doorkeeper doorkeeper) {
    ScheduledFuture<?> unused =
        context()
            .getExecutorServiceManager()
            .newSingleThreadScheduledExecutor(doorkeeper, "doorkeeper")
            .scheduleWithFixedDelay(
                doorkeeper::refresh,
                SECONDS_BETWEEN_REFRESHES,
                SECONDS_BETWEEN_REFRESHES,
                TimeUnit.SECONDS);
  }

  private CamelContext context() {
    return main.getCamelContext();
  }
}
