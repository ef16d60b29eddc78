package calltally.app.directory;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** Reads a cell of an Excel workbook as a text. */
final class XlsxCell {

  private static final Pattern DATE = Pattern.compile("(?i)[^\"]*(y|d).*");

  private XlsxCell() {}

  /** A date as ISO 8601 writes it; empty for an empty cell. */
  static String text(@Nullable Cell cell) {
    if (cell == null || cell.getRawValue() == null) {
      return "";
    }
    if (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA) {
      return isDate(cell) ? date(cell) : number(cell);
    }
    return cell.getText();
  }

  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    return cell.getType() == CellType.NUMBER && format != null && DATE.matcher(format).matches();
  }

  private static String date(Cell cell) {
    try {
      return cell.asDate().toLocalDate().toString();
    } catch (DateTimeException e) {
      return number(cell);
    }
  }

  /** Without the exponent and the fraction that Excel stores for a whole number. */
  private static String number(Cell cell) {
    try {
      return new BigDecimal(cell.getRawValue()).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return cell.getRawValue();
    }
  }
}
