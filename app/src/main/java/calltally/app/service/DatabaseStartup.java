package calltally.app.service;

import calltally.app.database.CallDatabase;
import calltally.app.database.IngestPool;
import calltally.app.database.ResolvedSettings;
import calltally.sql.embedded.ClusterRecovering;
import calltally.sql.settings.SourceLease;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares a service's database at once, or as soon as it answers; until then the spool takes the
 * notifications.
 */
public final class DatabaseStartup implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseStartup.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration CLOSE_TIMEOUT = Duration.ofMillis(500);

  /**
   * SQLSTATEs of a server that shuts down, crashes, starts up, has too many connections or refuses
   * writes.
   */
  private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300", "25006");

  private final TaskThread thread = new TaskThread("database startup", CLOSE_TIMEOUT);
  private final ResolvedSettings settings;
  private final CallDatabase database;
  private final IngestPool pool;
  private final boolean replacesSources;
  private final Consumer<SourceLease> then;

  private DatabaseStartup(
      ResolvedSettings settings,
      CallDatabase database,
      IngestPool pool,
      boolean replacesSources,
      Consumer<SourceLease> then) {
    this.settings = settings;
    this.database = database;
    this.pool = pool;
    this.replacesSources = replacesSources;
    this.then = then;
  }

  /**
   * Prepares the database; keeps trying if it is away, provided that the configuration names the
   * sources whose notifications to take meanwhile.
   *
   * @param pool explains meanwhile why it gives out no connections
   * @param replacesSources whether to take sources from other running services
   * @param then runs once, when the database is prepared, with the lease of the sources
   */
  public static DatabaseStartup start(
      ResolvedSettings settings,
      CallDatabase database,
      IngestPool pool,
      boolean replacesSources,
      TaskHealth health,
      Consumer<SourceLease> then) {
    DatabaseStartup startup = new DatabaseStartup(settings, database, pool, replacesSources, then);
    SourceLease lease;
    try {
      lease = startup.prepare();
    } catch (RuntimeException e) {
      if (!settings.isConfigured() || !isAway(e)) {
        throw e;
      }
      LOG.warn("database is unavailable: notifications go into the spool until it answers");
      startup.thread.repeat(PAUSE, new RepeatingTask("database startup", startup::attempt, health));
      return startup;
    }
    then.accept(lease);
    return startup;
  }

  private SourceLease prepare() {
    try {
      return database.prepareToServe(settings, replacesSources);
    } catch (RuntimeException e) {
      answers(e).findFirst().ifPresent(pool::explain);
      throw e;
    }
  }

  private void attempt() {
    SourceLease lease = prepare();
    LOG.info("database is available: notifications in the spool are stored now");
    then.accept(lease);
    thread.stop();
  }

  private static boolean isAway(Throwable e) {
    return e instanceof ClusterRecovering || isAway(answers(e));
  }

  private static boolean isAway(Stream<SQLException> answers) {
    return answers
        .map(answer -> String.valueOf(answer.getSQLState()))
        .anyMatch(state -> state.startsWith("08") || AWAY.contains(state));
  }

  /** What the database answered, or the driver in its place. */
  private static Stream<SQLException> answers(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast);
  }

  @Override
  public void close() {
    thread.close();
  }
}
