package calltally.reporting.export;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** For whom a CSV file is written. */
public enum CsvDialect {
  /** Commas between fields, decimal points, texts as they are. */
  COMMA(','),
  /**
   * Semicolons between fields and decimal commas, as a spreadsheet expects where decimals have
   * commas: it would read 10.11 as a date. Codes such as 007 stay text.
   */
  SEMICOLON(';');

  /** What a spreadsheet would read as a number, without its plus and zeros. */
  private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]+");

  private final char separator;

  CsvDialect(char separator) {
    this.separator = separator;
  }

  public char separator() {
    return separator;
  }

  String decimal(BigDecimal value) {
    String plain = value.toPlainString();
    return this == COMMA ? plain : plain.replace('.', ',');
  }

  /** A text; in a spreadsheet, digits become the formula of a text: no other form stays text. */
  String text(String text) {
    return this == SEMICOLON && DIGITS.matcher(text).matches()
        ? "=\"" + text + "\""
        : SpreadsheetText.guarded(text);
  }
}
