package calltally.ingest.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Fails, as a write would, while the database refuses writes: so the pool drops the connection. */
record RequireWritable(DataSource database) {

  private static final String STATEMENT =
      """
      do $$ begin
          if current_setting('transaction_read_only')::boolean then
              raise read_only_sql_transaction;
          end if;
      end $$
      """;

  DatabaseState run() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(STATEMENT);
      return DatabaseState.WRITABLE;
    }
  }
}
