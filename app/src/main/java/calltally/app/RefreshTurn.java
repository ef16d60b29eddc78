package calltally.app;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose turn it is to refresh, where several services share a database: that of the one that holds
 * a lock, on a connection of its own. PostgreSQL takes the lock from a process that dies, and
 * within seconds from a machine that is gone.
 */
final class RefreshTurn implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RefreshTurn.class);
  private static final String TRY = "select pg_try_advisory_lock(hashtext('calltally.refresh'), 1)";
  private static final int SECONDS_TO_ANSWER = 3;

  private final DataSource database;
  private @Nullable Connection connection;
  private boolean isOurs;

  /**
   * Nobody's turn as yet.
   *
   * @param database connections that notice soon when the other side is gone
   */
  RefreshTurn(DataSource database) {
    this.database = database;
  }

  /** Whether it is this service's turn; takes it when it is nobody's. */
  synchronized boolean isOurs() {
    boolean wasOurs = isOurs;
    try {
      isOurs = isOurs(connected());
    } catch (SQLException e) {
      isOurs = false;
      disconnect();
      throw new TurnUnknownException(e);
    }
    if (isOurs != wasOurs) {
      LOG.info(isOurs ? "this service refreshes" : "another service refreshes");
    }
    return isOurs;
  }

  private boolean isOurs(Connection open) throws SQLException {
    return isOurs || isTaken(open);
  }

  private static boolean isTaken(Connection open) throws SQLException {
    try (Statement statement = open.createStatement();
        ResultSet row = statement.executeQuery(TRY)) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** A connection that was lost has lost the lock with it. */
  private Connection connected() throws SQLException {
    Connection open = connection;
    if (open == null || !open.isValid(SECONDS_TO_ANSWER)) {
      disconnect();
      open = database.getConnection();
      connection = open;
    }
    return open;
  }

  private void disconnect() {
    isOurs = false;
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
