package calltally.app.service;

import calltally.sql.AdvisoryLockConnection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lock of the one service that applies the retention, where several share a database. Others
 * see by it that services keep the figures up to date.
 */
final class RefreshLeaderLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RefreshLeaderLock.class);
  private static final String TRY = "select pg_try_advisory_lock(hashtext('calltally.refresh'), 1)";

  private final AdvisoryLockConnection lock;

  /**
   * A lock that is not held yet.
   *
   * @param database connections that notice within seconds that the other side is gone
   */
  RefreshLeaderLock(DataSource database) {
    this.lock = new AdvisoryLockConnection(database);
  }

  /** Whether this service holds the lock; takes it if it is free. */
  synchronized boolean isHeld() {
    boolean wasHeld = lock.isHeld();
    takeIfFree();
    if (lock.isHeld() != wasHeld) {
      LOG.info(
          wasHeld
              ? "another service applies the retention now"
              : "this service applies the retention now");
    }
    return lock.isHeld();
  }

  private void takeIfFree() {
    try {
      Connection open = lock.open();
      lock.setHeld(lock.isHeld() || isTaken(open));
    } catch (SQLException e) {
      lock.disconnect();
      throw new LeaderUnknownException(e);
    }
  }

  private static boolean isTaken(Connection open) throws SQLException {
    try (Statement statement = open.createStatement();
        ResultSet row = statement.executeQuery(TRY)) {
      return row.next() && row.getBoolean(1);
    }
  }

  @Override
  public synchronized void close() {
    lock.disconnect();
  }
}
