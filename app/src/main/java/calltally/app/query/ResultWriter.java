package calltally.app.query;

import calltally.app.terminal.TextColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of an answer one by one. */
public interface ResultWriter {

  /** The columns, before the first row. */
  void columns(List<TextColumn> columns);

  /** One row: the values as PostgreSQL writes them, null where there is none. */
  void row(List<@Nullable String> values);

  /** There are no more rows. */
  void end();
}
