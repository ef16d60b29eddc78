package calltally.app.database;

import calltally.reporting.call.Refresh;
import calltally.sql.DatabaseRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import org.jooq.exception.DataAccessException;

/**
 * Figures that count everything received before a command began. Where a service runs, the command
 * waits for its next refresh and changes nothing; where none runs, it refreshes itself.
 */
public final class CurrentFigures {

  private static final Duration LIMIT = Duration.ofSeconds(6);
  private static final long PAUSE_MILLIS = 100;
  private static final String STATE =
      """
      select
          ledger.uncounted_since() <= ?
              or exists (select from calls.marked_day)
              or exists (select from calls.marked_call),
          exists (
              select from pg_locks as l
              where l.locktype = 'advisory'
                  and l.database = (select d.oid from pg_database as d where d.datname = current_database())
                  and l.classid = hashtext('calltally.refresh')::oid
                  and l.objid = 1
                  and l.objsubid = 2
                  and l.granted)
      """;

  private CurrentFigures() {}

  /**
   * Waits for the service, at most for a few seconds, or refreshes.
   *
   * @return whether the figures are current; false if the service is late
   */
  public static boolean await(CallDatabase database) {
    try {
      State state = settled(database);
      if (state.isOutdated() && !state.isServed()) {
        new Refresh(database.as(DatabaseRole.REFRESH)).run();
        return true;
      }
      return !state.isOutdated();
    } catch (SQLException e) {
      throw new DataAccessException(
          "cannot read how current the figures are: " + e.getMessage(), e);
    }
  }

  /** The state once the service has refreshed, or the limit is over. */
  private static State settled(CallDatabase database) throws SQLException {
    long start = System.nanoTime();
    try (Connection connection = database.owner().getConnection()) {
      OffsetDateTime begin = now(connection);
      State state = State.in(connection, begin);
      while (state.isOutdated()
          && state.isServed()
          && System.nanoTime() - start < LIMIT.toNanos()) {
        pause();
        state = State.in(connection, begin);
      }
      return state;
    }
  }

  private static OffsetDateTime now(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select statement_timestamp()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a refresh was awaited", e);
    }
  }

  /**
   * How current the figures are.
   *
   * @param isOutdated a refresh would change them because of what happened before the command
   * @param isServed a service refreshes
   */
  private record State(boolean isOutdated, boolean isServed) {

    static State in(Connection connection, OffsetDateTime begin) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(STATE)) {
        statement.setObject(1, begin);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          return new State(row.getBoolean(1), row.getBoolean(2));
        }
      }
    }
  }
}
