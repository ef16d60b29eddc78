package calltally.web.frame;

import calltally.reporting.render.wording.Notation;
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

  /**
   * The heading of a column; numbers stand at the right.
   *
   * @param definition of the figures below; empty where nothing explains them
   */
  public record Head(String text, boolean isNumber, String definition) {

    public static Head text(String text) {
      return new Head(text, false, "");
    }

    public static Head number(String text) {
      return new Head(text, true, "");
    }

    /** The same with what its figures mean. */
    public Head meaning(String words) {
      return new Head(text, isNumber, words);
    }
  }

  /**
   * A value of a row.
   *
   * @param kind classes that colour it; may be empty
   * @param definition of the figures next to it; empty where nothing explains them
   */
  public record Cell(String text, @Nullable String link, String kind, String definition) {

    public static Cell of(String text) {
      return new Cell(text, null, text.equals(Notation.NONE) ? "none" : "", "");
    }

    public static Cell link(String text, @Nullable String link) {
      return new Cell(text, link, "", "");
    }

    /** A customer's number, which never breaks; with a link when the reader sees a page of them. */
    public static Cell customer(String number, @Nullable String link) {
      return new Cell(number, link, "number", "");
    }

    /** The same in a colour, or in grey. */
    public Cell as(String colour) {
      return new Cell(text, link, colour, definition);
    }

    /** The same with what the figures next to it mean. */
    public Cell meaning(String words) {
      return new Cell(text, link, kind, words);
    }
  }

  /**
   * The columns that say something, by index; the first, which names the row, is not among them.
   */
  public List<Integer> others() {
    return IntStream.range(1, heads.size())
        .filter(column -> rows.stream().anyMatch(row -> !row.get(column).text().isEmpty()))
        .boxed()
        .toList();
  }
}
