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

/** The journal as it was at one moment, for as long as the reading lasts. */
final class JournalSnapshot {

  /** Makes the driver use binary values from the first execution, not only from the fifth. */
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
          "cannot derive calls: journal must be readable (was SQLSTATE %s)"
              .formatted(e.getSQLState()),
          e);
    }
  }

  /**
   * The oldest transaction still running: everything before it is in the snapshot or never will be.
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
