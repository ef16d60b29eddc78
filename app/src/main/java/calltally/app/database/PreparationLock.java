package calltally.app.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;

/**
 * Lets one program at a time prepare a database: PostgreSQL refuses to grant the same rights or to
 * alter the same role twice at once.
 *
 * <p>It is tried again and again instead of waited for: a query that waits holds a snapshot, which
 * a rebuild would wait for.
 */
final class PreparationLock {

  private static final String TRY = "select pg_try_advisory_lock(hashtext('calltally.prepare'), 1)";
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Connection connection;

  private PreparationLock(Connection connection) {
    this.connection = connection;
  }

  /** Runs the work as soon as no other program prepares the database. */
  static void run(DataSource owner, Runnable work) {
    PreparationLock lock = await(owner);
    try {
      work.run();
    } finally {
      lock.close();
    }
  }

  private static PreparationLock await(DataSource owner) {
    try {
      PreparationLock lock = new PreparationLock(owner.getConnection());
      while (!lock.isTaken()) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      return lock;
    } catch (SQLException e) {
      throw new DataAccessException("cannot prepare the database: it must answer", e);
    }
  }

  private boolean isTaken() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(TRY)) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** PostgreSQL releases the lock with its session. */
  private void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new DataAccessException("cannot end the preparation of the database", e);
    }
  }
}
