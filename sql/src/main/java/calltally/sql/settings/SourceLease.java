package calltally.sql.settings;

import calltally.sql.OpenConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Protects the sources of a running service: no other program takes them away unasked.
 *
 * <p>It is an advisory lock, which several services share, on a connection of its own: PostgreSQL
 * releases it when the process dies. One for each source would fill the server's table of locks.
 */
public final class SourceLease implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SourceLease.class);
  private static final String TAKE =
      "select pg_try_advisory_lock_shared(0, hashtext('calltally.source'))";
  private static final String RELEASE = "select pg_advisory_unlock_all()";
  private static final String SERVICE = "calltally serve, process " + ProcessHandle.current().pid();
  private static final int SECONDS_TO_ANSWER = 3;

  private final DataSource database;
  private final Predicate<String> isMine;
  private final LostSources losses = new LostSources();
  private @Nullable Connection connection;
  private boolean isHeld;

  /**
   * A lease that is not held yet.
   *
   * @param database connections that notice within seconds that the other side is gone
   * @param isMine whether the service takes notifications of the source with that name
   */
  public SourceLease(DataSource database, Predicate<String> isMine) {
    this.database = database;
    this.isMine = isMine;
  }

  /** Holds the lock while any source is left; logs what another program has taken. */
  public synchronized void renew() {
    try {
      renew(DSL.using(connected()));
    } catch (SQLException e) {
      disconnect();
      throw new DataAccessException("cannot lease the sources: the database must answer", e);
    }
  }

  private void renew(DSLContext sql) {
    List<SourceAccess> mine =
        new SelectAccess(sql).run().stream().filter(source -> isMine.test(source.name())).toList();
    losses.log(mine);
    boolean isWanted = !mine.isEmpty();
    if (isWanted != isHeld) {
      sql.fetch(isWanted ? TAKE : RELEASE);
      isHeld = isWanted;
    }
  }

  /** The connection, opened again if it was lost, and the lock with it. */
  private Connection connected() throws SQLException {
    Connection open = connection;
    if (open == null || !new OpenConnection(open).isUsable(SECONDS_TO_ANSWER)) {
      disconnect();
      open = database.getConnection();
      connection = open;
      open.setClientInfo("ApplicationName", SERVICE);
    }
    return open;
  }

  private void disconnect() {
    isHeld = false;
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.debug("connection was broken", e);
      }
    }
  }

  /** The next service may start at once: PostgreSQL ends a closed session a moment later. */
  @Override
  public synchronized void close() {
    Connection open = connection;
    if (open != null) {
      try (Statement statement = open.createStatement()) {
        statement.execute(RELEASE);
      } catch (SQLException e) {
        LOG.debug("connection was broken", e);
      }
    }
    disconnect();
  }
}
