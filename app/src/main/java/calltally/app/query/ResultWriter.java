package calltally.app.query;

import calltally.app.terminal.TextColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a result one by one. */
public interface ResultWriter {

  /** Begins with the columns, before the first row. */
  void columns(List<TextColumn> columns);

  /** Writes one row: the values in PostgreSQL's text format, or null. */
  void row(List<@Nullable String> values);

  /** Ends after the last row. */
  void end();
}
