package calltally.app.service;

import calltally.sql.OpenConnection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lock of the one service that refreshes, where several share a database. It has its own
 * connection: PostgreSQL releases it when the process dies, and within seconds when the machine
 * does.
 */
final class RefreshLeaderLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RefreshLeaderLock.class);
  private static final String TRY = "select pg_try_advisory_lock(hashtext('calltally.refresh'), 1)";
  private static final int SECONDS_TO_ANSWER = 3;

  private final DataSource database;
  private @Nullable Connection connection;
  private boolean isHeld;

  /**
   * A lock that is not held yet.
   *
   * @param database connections that notice within seconds that the other side is gone
   */
  RefreshLeaderLock(DataSource database) {
    this.database = database;
  }

  /** Whether this service holds the lock; takes it if it is free. */
  synchronized boolean isHeld() {
    boolean wasHeld = isHeld;
    try {
      isHeld = isHeld(connected());
    } catch (SQLException e) {
      isHeld = false;
      disconnect();
      throw new LeaderUnknownException(e);
    }
    if (isHeld != wasHeld) {
      LOG.info(isHeld ? "this service refreshes now" : "another service refreshes now");
    }
    return isHeld;
  }

  private boolean isHeld(Connection open) throws SQLException {
    return isHeld || isTaken(open);
  }

  private static boolean isTaken(Connection open) throws SQLException {
    try (Statement statement = open.createStatement();
        ResultSet row = statement.executeQuery(TRY)) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** The connection, opened again if it was lost, and the lock with it. */
  private Connection connected() throws SQLException {
    Connection open = connection;
    if (open == null || !new OpenConnection(open).isUsable(SECONDS_TO_ANSWER)) {
      disconnect();
      open = database.getConnection();
      connection = open;
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

  @Override
  public synchronized void close() {
    disconnect();
  }
}
