package calltally.ingest.file.table;

import java.util.List;
import java.util.regex.Pattern;

/** A row that belongs to the heading: lines that a program draws, or the types of the columns. */
public final class TableRuler {

  private static final Pattern LINE = Pattern.compile("[-+]*");
  private static final Pattern TYPE =
      Pattern.compile("INTEGER|VARCHAR ?\\(\\d+\\)|UNIQUEIDENTIFIER|");

  private TableRuler() {}

  public static boolean is(List<String> cells) {
    return cells.stream().anyMatch(cell -> !cell.isEmpty())
        && (all(cells, LINE) || (cells.size() > 1 && all(cells, TYPE)));
  }

  private static boolean all(List<String> cells, Pattern pattern) {
    return cells.stream().allMatch(cell -> pattern.matcher(cell).matches());
  }
}
