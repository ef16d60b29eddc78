package calltally.app;

import calltally.app.configuration.Configuration;
import calltally.reporting.call.Refresh;
import calltally.reporting.delivery.PostOffice;
import calltally.reporting.delivery.ReportRetention;
import calltally.reporting.delivery.Subscription;
import calltally.sql.DatabaseRole;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a service does for its subscriptions again and again, beside all else: makes the reports
 * that are due, mails them, and clears the archive of those that are too old.
 */
final class Postman implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(10);
  private static final Duration BETWEEN_CLEARINGS = Duration.ofHours(12);
  private static final Duration PATIENCE_AT_END = Duration.ofSeconds(2);

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "postman"));
  private final List<Subscription> subscriptions;
  private final PostOffice office;
  private final Refresh refresh;
  private boolean isFailing;

  private Postman(List<Subscription> subscriptions, PostOffice office, Refresh refresh) {
    this.subscriptions = subscriptions;
    this.office = office;
    this.refresh = refresh;
  }

  static Postman start(Setup setup, Shell shell, CallDatabase database) {
    Configuration configuration = setup.configuration();
    ConfiguredOffice configured = ConfiguredOffice.of(setup, shell);
    Postman postman =
        new Postman(
            configuration.subscriptions(),
            configured.open(database),
            new Refresh(database.as(DatabaseRole.REFRESH)));
    postman.repeat(postman::round, BETWEEN_ROUNDS);
    ReportRetention retention = configured.retention(database);
    postman.repeat(() -> clear(retention, shell.clock()), BETWEEN_CLEARINGS);
    return postman;
  }

  private void repeat(Runnable task, Duration pause) {
    ScheduledFuture<?> unused =
        executor.scheduleWithFixedDelay(
            () -> attempt(task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void attempt(Runnable task) {
    try {
      task.run();
      isFailing = false;
    } catch (RuntimeException e) {
      if (!isFailing && !executor.isShutdown()) {
        LOG.warn("Subscriptions could not be served, it is tried again: {}", Failure.sentence(e));
      }
      isFailing = true;
    }
  }

  /** What was received up to now belongs into the reports of now. */
  private void round() {
    if (office.open(subscriptions)) {
      refresh.run();
      office.render(subscriptions);
    }
    office.send();
  }

  private static void clear(ReportRetention retention, InstantSource clock) {
    int reports = retention.remove(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    if (reports > 0) {
      LOG.info("{} reports were removed from the archive: their time is over", reports);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(PATIENCE_AT_END.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("A report was left unfinished; the next service goes on with it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
