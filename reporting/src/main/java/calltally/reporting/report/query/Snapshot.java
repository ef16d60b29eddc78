package calltally.reporting.report.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;

/** One snapshot of the database: all queries of a read see the same rows. */
final class Snapshot {

  /** For the transaction only: the driver's settings take a request more to set and to undo. */
  private static final String BEGIN = "set transaction isolation level repeatable read, read only";

  private final DataSource dataSource;

  Snapshot(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  <T> T read(Function<DSLContext, T> queries) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement begin = connection.createStatement()) {
        begin.execute(BEGIN);
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
