package calltally.app.conformance;

import calltally.exchange.field.Fields;
import java.nio.file.Path;
import java.util.List;

/**
 * A list of rows in an expectation.
 *
 * @param line of the list's name in the file
 * @param rows each with the columns that must have these values
 * @param lines of the rows, in the same order
 */
record ExpectedRows(Path file, int line, List<Fields> rows, List<Integer> lines) {

  /** File and line of the list. */
  String place() {
    return file + ":" + line;
  }

  /** File and line of a row. */
  String place(int row) {
    return file + ":" + lines.get(row);
  }
}
