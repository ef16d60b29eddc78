package calltally.reporting.report.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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

  private static final String BEGIN_LIKE = "set transaction snapshot '%s'";

  private final DataSource dataSource;

  Snapshot(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The name under which other connections see the same, while this transaction goes on. */
  static String export(DSLContext sql) {
    return sql.fetchSingle("select pg_export_snapshot()").get(0, String.class);
  }

  <T> T read(Function<DSLContext, T> queries) {
    return read(List.of(BEGIN), queries);
  }

  /**
   * Reads what another transaction sees.
   *
   * @param exported its name, from {@link #export}
   */
  <T> T readLike(String exported, Function<DSLContext, T> queries) {
    return read(List.of(BEGIN, BEGIN_LIKE.formatted(exported)), queries);
  }

  private <T> T read(List<String> begin, Function<DSLContext, T> queries) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String settings : begin) {
          statement.execute(settings);
        }
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
