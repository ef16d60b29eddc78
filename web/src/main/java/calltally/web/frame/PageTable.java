package calltally.web.frame;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table of a page.
 *
 * @param id of its heading within the page
 * @param csv link to the same table as CSV; empty without one
 * @param empty shown instead of a table without rows
 * @param note below it; may be empty
 */
public record PageTable(
    String id,
    String title,
    List<Head> heads,
    List<List<Cell>> rows,
    String csv,
    String empty,
    String note) {

  public PageTable {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
  }

  /** The heading of a column; numbers stand at the right. */
  public record Head(String text, boolean isNumber) {

    public static Head text(String text) {
      return new Head(text, false);
    }

    public static Head number(String text) {
      return new Head(text, true);
    }
  }

  /**
   * A value of a row.
   *
   * @param kind classes that colour it; may be empty
   */
  public record Cell(String text, @Nullable String link, String kind) {

    public static Cell of(String text) {
      return new Cell(text, null, "");
    }

    public static Cell link(String text, @Nullable String link) {
      return new Cell(text, link, "");
    }

    public Cell grey() {
      return new Cell(text, link, "grey");
    }
  }

  /** A column's place in a row: the first names the row. */
  public int columns() {
    return heads.size();
  }

  /** The indexes of all columns but the first. */
  public List<Integer> others() {
    return IntStream.range(1, heads.size()).boxed().toList();
  }
}
