package calltally.app.service;

import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.ingest.metrics.Counters;
import calltally.reporting.call.Refresh;
import calltally.reporting.delivery.DeliveryLedger;
import calltally.reporting.delivery.ReportDispatcher;
import calltally.reporting.delivery.ReportRetention;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.mail.CircuitBreakers;
import calltally.sql.DatabaseRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes due reports every few seconds, has them mailed, and removes from the archive those that are
 * too old.
 */
public final class DispatchLoop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DispatchLoop.class);
  private static final String TASK = "dispatch";
  private static final Duration LATE = Duration.ofMinutes(30);
  private static final Duration BETWEEN_DISPATCHES = Duration.ofSeconds(10);
  private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(30);
  private static final Duration COUNTED = Duration.ofDays(1);
  private static final Duration BETWEEN_CLEARINGS = Duration.ofHours(12);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  private final TaskThread thread = new TaskThread("dispatch", CLOSE_TIMEOUT);
  private final List<Subscription> subscriptions;
  private final ReportDispatcher dispatcher;
  private final ReportRetention retention;
  private final Refresh refresh;
  private final InstantSource clock;
  private final @Nullable MailWorkers mailWorkers;
  private final DeliveryLedger ledger;
  private volatile OptionalDouble failedDeliveries = OptionalDouble.empty();

  private DispatchLoop(
      List<Subscription> subscriptions,
      ReportDispatcher dispatcher,
      ReportRetention retention,
      Refresh refresh,
      InstantSource clock,
      @Nullable MailWorkers mailWorkers,
      DeliveryLedger ledger) {
    this.subscriptions = subscriptions;
    this.dispatcher = dispatcher;
    this.retention = retention;
    this.refresh = refresh;
    this.clock = clock;
    this.mailWorkers = mailWorkers;
    this.ledger = ledger;
  }

  /**
   * Starts the loop.
   *
   * @param folder the working directory, to which relative paths of the configuration refer
   * @param breakers shared by all who mail
   */
  public static DispatchLoop start(
      ResolvedSettings settings,
      Path folder,
      InstantSource clock,
      CallDatabase database,
      CircuitBreakers breakers,
      Counters counters,
      TaskHealth health) {
    ConfiguredDispatch configured = new ConfiguredDispatch(settings.configuration(), folder);
    DispatchLoop loop =
        new DispatchLoop(
            settings.configuration().subscriptions(),
            configured.dispatcher(database),
            configured.retention(database),
            new Refresh(database.as(DatabaseRole.REFRESH)),
            clock,
            configured.mailWorkers(database, breakers, counters, health),
            new DeliveryLedger(database.forTasks(DatabaseRole.REPORT)));
    counters.gauge(
        "failed_deliveries",
        "Reports due in the last 24 hours that did not reach a recipient, or may not have.",
        () -> loop.failedDeliveries);
    health.expect(TASK, LATE);
    loop.thread.repeat(BETWEEN_DISPATCHES, new RepeatingTask(TASK, loop::dispatch, health));
    loop.thread.repeat(
        BETWEEN_COUNTS, new RepeatingTask("failed deliveries", loop::countFailed, health));
    loop.thread.repeat(
        BETWEEN_CLEARINGS, new RepeatingTask("archive retention", loop::clearArchive, health));
    return loop;
  }

  /** Refreshes first, so that due reports include everything received by now. */
  private void dispatch() {
    mail();
    if (dispatcher.open(subscriptions)) {
      refresh.run();
      dispatcher.render(subscriptions, this::mail);
    }
  }

  private void mail() {
    if (mailWorkers != null) {
      mailWorkers.wake();
    }
  }

  private void countFailed() {
    failedDeliveries = OptionalDouble.of(ledger.inTroubleSince(clock.instant().minus(COUNTED)));
  }

  private void clearArchive() {
    int reports = retention.remove(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    if (reports > 0) {
      LOG.info("reports removed from the archive, because they exceed its retention: {}", reports);
    }
  }

  @Override
  public void close() {
    thread.close();
    if (mailWorkers != null) {
      mailWorkers.close();
    }
  }
}
