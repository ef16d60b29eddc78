package calltally.reporting.call;

import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Copies rows on a transaction's connection, with one statement per batch. */
final class CopyStatements implements CopySink {

  private final DSLContext sql;
  private final String options;

  private CopyStatements(DSLContext sql, String options) {
    this.sql = sql;
    this.options = options;
  }

  static CopyStatements within(DSLContext transaction) {
    return new CopyStatements(transaction, "");
  }

  /** For tables created in the same transaction: their rows are frozen from the start. */
  static CopyStatements intoNewTables(DSLContext transaction) {
    return new CopyStatements(transaction, ", freeze");
  }

  @Override
  public void send(CopyTarget target, CopyRows rows) {
    String statement = target.statement(sql, options);
    sql.connection(connection -> copy(connection, statement, rows));
  }

  private static void copy(Connection connection, String statement, CopyRows rows)
      throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
    try {
      byte[] bytes = rows.end();
      copy.writeToCopy(bytes, 0, rows.size());
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
