package calltally.app.query;

import calltally.app.terminal.TextColumn;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a statement's result, their values as texts. */
record ResultRows(ResultSet result) {

  private static final Set<Integer> NUMBERS =
      Set.of(Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.REAL, Types.DOUBLE);

  /**
   * Writes the columns and the rows.
   *
   * @param limit of rows; empty for all of them
   * @return whether there were more rows than the limit
   */
  boolean write(OptionalInt limit, ResultWriter writer) throws SQLException {
    List<TextColumn> columns = columns();
    writer.columns(columns);
    int left = limit.orElse(Integer.MAX_VALUE);
    boolean hasNext = result.next();
    for (; hasNext && left > 0; left--) {
      writer.row(values(columns.size()));
      hasNext = result.next();
    }
    writer.end();
    return hasNext;
  }

  private List<TextColumn> columns() throws SQLException {
    ResultSetMetaData description = result.getMetaData();
    List<TextColumn> columns = new ArrayList<>();
    for (int column = 1; column <= description.getColumnCount(); column++) {
      boolean isNumber = NUMBERS.contains(description.getColumnType(column));
      columns.add(new TextColumn(description.getColumnLabel(column), isNumber));
    }
    return columns;
  }

  private List<@Nullable String> values(int columns) throws SQLException {
    List<@Nullable String> values = new ArrayList<>();
    for (int column = 1; column <= columns; column++) {
      values.add(result.getString(column));
    }
    return values;
  }
}
