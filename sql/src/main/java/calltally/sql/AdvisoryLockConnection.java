package calltally.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that is kept open for an advisory lock.
 *
 * <p>PostgreSQL releases the lock when the process dies, and within seconds when the machine does.
 * Callers hold their own monitor.
 */
public final class AdvisoryLockConnection implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AdvisoryLockConnection.class);
  private static final String RELEASE = "select pg_advisory_unlock_all()";
  private static final int SECONDS_TO_ANSWER = 3;

  private final DataSource database;
  private @Nullable Connection connection;
  private boolean isHeld;

  /**
   * A lock that is not held yet.
   *
   * @param database connections that notice within seconds that the other side is gone
   */
  public AdvisoryLockConnection(DataSource database) {
    this.database = database;
  }

  /** The connection, opened again if it was lost, and the lock with it. */
  public Connection open() throws SQLException {
    Connection open = connection;
    if (open == null || !new OpenConnection(open).isUsable(SECONDS_TO_ANSWER)) {
      disconnect();
      open = database.getConnection();
      connection = open;
    }
    return open;
  }

  /** Whether the lock is held on this connection, as far as is known. */
  public boolean isHeld() {
    return isHeld;
  }

  /** Remembers what a statement on the connection has done to the lock. */
  public void setHeld(boolean held) {
    isHeld = held;
  }

  /** Gives up the connection and the lock. */
  public void disconnect() {
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

  /** Another process may take the lock at once: PostgreSQL ends a closed session a moment later. */
  @Override
  public void close() {
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
