package calltally.app;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database of a service up to date: at once, or as soon as it is there. Until then the
 * service takes notifications into its spool.
 */
final class Preparation implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** Shutting down, crashed, starting up; too many connections. */
  private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

  private final Setup setup;
  private final CallDatabase database;
  private final Runnable then;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "preparation");
            thread.setDaemon(true);
            return thread;
          });
  private String lastFailure = "";

  private Preparation(Setup setup, CallDatabase database, Runnable then) {
    this.setup = setup;
    this.database = database;
    this.then = then;
  }

  /**
   * Prepares it, or begins to try again and again when it is away and the configuration tells whose
   * notifications are to be taken meanwhile.
   *
   * @param then is run once, when it is prepared
   */
  static Preparation start(Setup setup, CallDatabase database, Runnable then) {
    Preparation preparation = new Preparation(setup, database, then);
    try {
      database.prepare(setup);
    } catch (RuntimeException e) {
      if (!setup.isConfigured() || setup.external() == null || !isAway(e)) {
        throw e;
      }
      preparation.tell(e);
      preparation.tryAgain();
      return preparation;
    }
    then.run();
    return preparation;
  }

  private void tryAgain() {
    ScheduledFuture<?> unused =
        executor.schedule(this::attempt, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void attempt() {
    try {
      database.prepare(setup);
      LOG.info("the database is there: what the spool has taken is stored now");
      then.run();
    } catch (RuntimeException e) { // whatever it is, the notifications are safe meanwhile
      if (!executor.isShutdown()) {
        tell(e);
        tryAgain();
      }
    }
  }

  /** Once for each reason. */
  private void tell(RuntimeException e) {
    String failure = Failure.sentence(e);
    if (!failure.equals(lastFailure)) {
      LOG.warn("notifications go into the spool until the database can be used: {}", failure);
    }
    lastFailure = failure;
  }

  private static boolean isAway(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
        .anyMatch(state -> state.startsWith("08") || AWAY.contains(state));
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
