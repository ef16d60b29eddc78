package calltally.reporting.export;

import java.util.regex.Pattern;

/** Text in a file that people open in a spreadsheet. */
public final class SpreadsheetText {

  /** Text that a spreadsheet may take for a formula. */
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r\n].*", Pattern.DOTALL);

  /** A telephone number, whole or masked: it starts like a formula but cannot be one. */
  private static final Pattern TELEPHONE = Pattern.compile("\\+[0-9]+|\\+[0-9 -]*•[0-9 •-]*");

  private SpreadsheetText() {}

  /** The text, after an apostrophe where a spreadsheet would compute it. */
  public static String guarded(String text) {
    boolean isFormula = FORMULA.matcher(text).matches() && !TELEPHONE.matcher(text).matches();
    return isFormula ? "'" + text : text;
  }
}
