package calltally.ingest.file.table;

import java.util.List;
import java.util.regex.Pattern;

/** A row below the calls that sums them up, or says how many there are. */
public final class TableTotal {

  private static final Pattern WORD =
      Pattern.compile(
          "(?i)(?:(?:grand |sub-?)?totals?|sums?|summe|gesamt|итог|итого|всего)(?![\\p{L}\\d]).*"
              + "|\\(\\d+ rows?\\)|\\d+ rows? in set.*|\\(строк[аи]?: \\d+\\)",
          Pattern.UNICODE_CASE | Pattern.DOTALL);

  /** A call has a moment; somebody's name may begin like a total. */
  private static final Pattern MOMENT =
      Pattern.compile("\\d{9,}.*|.*\\d{1,4}[-./ ]\\p{L}*\\d*[-./ ]+\\d{1,4}.*", Pattern.DOTALL);

  private TableTotal() {}

  public static boolean is(List<String> cells) {
    return cells.stream()
            .filter(cell -> !cell.isEmpty())
            .findFirst()
            .filter(cell -> WORD.matcher(cell).matches())
            .isPresent()
        && cells.stream().noneMatch(cell -> MOMENT.matcher(cell).matches());
  }
}
