package calltally.reporting.report.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;

/** One snapshot of the database: all queries of a read see the same rows. */
final class Snapshot {

  private final DataSource dataSource;

  Snapshot(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  <T> T read(Function<DSLContext, T> queries) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      try {
        DSLContext sql = DSL.using(new DefaultConnectionProvider(connection), SQLDialect.POSTGRES);
        return queries.apply(sql);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the report: the database must answer", e);
    }
  }
}
