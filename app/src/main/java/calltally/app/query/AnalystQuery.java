package calltally.app.query;

import calltally.app.terminal.Message;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Parser;

/**
 * One statement of an analyst, run in a read-only transaction as the role that may only read the
 * schema analytics.
 *
 * @param zone of the session; null for that of the sources, where they have one
 * @param timeout after which the statement is cancelled
 */
public record AnalystQuery(
    DataSource database, String text, @Nullable ZoneId zone, Duration timeout) {

  private static final String ROLE = "analyst";
  private static final String CANCELED = "57014";
  private static final int ROWS_AT_ONCE = 500;
  private static final Pattern COMMENT = Pattern.compile("/\\*(?s:.*?)\\*/|--[^\n\r]*");

  /**
   * Runs the statement.
   *
   * @param limit of rows; empty for all of them
   * @return whether there were more rows than the limit
   */
  public boolean run(OptionalInt limit, ResultWriter rows) {
    try (Connection connection = database.getConnection()) {
      requireOneStatement();
      enterAsAnalyst(connection);
      return run(connection, limit, rows);
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  // A second statement could leave the transaction and with it the role.
  private void requireOneStatement() throws SQLException {
    int statements = statements().size();
    if (statements != 1) {
      throw new RefusedQueryException(Message.of("query.one_statement", statements));
    }
  }

  private List<String> statements() throws SQLException {
    return Parser.parseJdbcSql(text, true, false, true, false, false).stream()
        .map(statement -> statement.nativeSql)
        .filter(statement -> !COMMENT.matcher(statement).replaceAll("").isBlank())
        .toList();
  }

  /** The same query, with each row as one JSON object in one column. */
  public AnalystQuery asJson() {
    try {
      requireOneStatement();
      String rows = "select to_json(answer)::text from (%s\n) as answer";
      return new AnalystQuery(database, rows.formatted(statements().get(0)), zone, timeout);
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private void enterAsAnalyst(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local statement_timeout = " + timeout.toMillis());
      statement.execute("set local role " + ROLE);
    }
    enterZone(connection);
  }

  private void enterZone(Connection connection) throws SQLException {
    String enter =
        "select set_config('timezone', coalesce(?, analytics.zone(), current_setting('timezone')),"
            + " true)";
    try (PreparedStatement statement = connection.prepareStatement(enter)) {
      statement.setString(1, zone == null ? null : zone.getId());
      statement.execute();
    }
  }

  private boolean run(Connection connection, OptionalInt limit, ResultWriter rows)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_ONCE);
      if (limit.isPresent()) {
        statement.setMaxRows(limit.getAsInt() + 1);
      }
      if (!statement.execute(text)) {
        throw new RefusedQueryException(Message.of("query.rows"));
      }
      return new ResultRows(statement.getResultSet()).write(limit, rows);
    }
  }

  private RefusedQueryException refused(SQLException e) {
    return new RefusedQueryException(
        CANCELED.equals(e.getSQLState())
            ? Message.of("query.timeout", timeout.toSeconds())
            : RefusedQueryException.reason(e));
  }
}
