package calltally.app.directory;

import calltally.app.terminal.Message;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a file that are not blank.
 *
 * @param failure why there are no more of them; empty at the end of the file
 */
record TableRows(List<Row> rows, Optional<Message> failure) {

  TableRows {
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param line its number in the file, from 1
   */
  record Row(long line, List<String> cells) {

    Row {
      cells = List.copyOf(cells);
    }

    boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

  static TableRows failed(Message failure) {
    return new TableRows(List.of(), Optional.of(failure));
  }
}
