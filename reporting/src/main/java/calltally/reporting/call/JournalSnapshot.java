package calltally.reporting.call;

import static org.jooq.impl.DSL.function;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.jooq.impl.SQLDataType;
import org.postgresql.PGConnection;

/** The journal as it is at one moment, for as long as it is read. */
final class JournalSnapshot {

  /** The driver asks for binary values at once, not at the fifth repetition of a statement. */
  private static final int BINARY_AT_ONCE = -1;

  private final DataSource database;

  JournalSnapshot(DataSource database) {
    this.database = database;
  }

  <T> T read(Function<DSLContext, T> reading) {
    try (Connection connection = database.getConnection()) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      connection.unwrap(PGConnection.class).setPrepareThreshold(BINARY_AT_ONCE);
      try {
        DSLContext sql = DSL.using(new DefaultConnectionProvider(connection), SQLDialect.POSTGRES);
        SessionSettings.forLongWork(sql);
        return reading.apply(sql);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new DataAccessException(
          "calls could not be derived: the journal has to be readable, was " + e.getSQLState(), e);
    }
  }

  /**
   * The oldest transaction that was running: all before it are in the snapshot or never will be.
   */
  static String xmin(DSLContext snapshot) {
    return snapshot
        .select(
            function(
                    "pg_snapshot_xmin",
                    SQLDataType.OTHER,
                    function("pg_current_snapshot", SQLDataType.OTHER))
                .cast(SQLDataType.VARCHAR))
        .fetchSingle()
        .value1();
  }
}
