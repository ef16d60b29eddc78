package calltally.ingest.file;

import java.util.List;

/** A row of lines that a database's program draws under a heading. */
final class TableRuler {

  private TableRuler() {}

  static boolean is(List<String> cells) {
    return !cells.isEmpty()
        && cells.stream().anyMatch(cell -> !cell.isEmpty())
        && cells.stream().allMatch(cell -> cell.chars().allMatch(c -> c == '-' || c == '+'));
  }
}
