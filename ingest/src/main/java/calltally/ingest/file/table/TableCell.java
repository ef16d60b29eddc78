package calltally.ingest.file.table;

import calltally.exchange.text.MissingValue;
import java.util.regex.Pattern;

/** What a cell of a table means, however a database or a spreadsheet writes it. */
public final class TableCell {

  /** An apostrophe by which a spreadsheet keeps digits as a text. */
  private static final Pattern TEXT_OF_DIGITS = Pattern.compile("'[+=(]?\\d[^']*");

  private TableCell() {}

  /**
   * The text without blanks around it, also those that nobody sees; empty for null, unwrapped where
   * it is a formula.
   */
  public static String text(String cell) {
    String text = stripped(cell);
    if (text.length() > 3 && text.startsWith("=\"") && text.endsWith("\"")) {
      text = stripped(text.substring(2, text.length() - 1));
    }
    if (text.startsWith("'") && TEXT_OF_DIGITS.matcher(text).matches()) {
      text = text.substring(1);
    }
    return text.equals("NULL") || text.equals("\\N") ? "" : text;
  }

  /** The text; empty where it is a word for no value. */
  public static String value(String text) {
    return MissingValue.is(text) ? "" : text;
  }

  private static String stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.getType(character) == Character.FORMAT;
  }
}
