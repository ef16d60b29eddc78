package calltally.ingest.file;

import calltally.ingest.file.table.TableCell;
import java.util.List;
import java.util.regex.Pattern;

/** A time whose date and time of day may stand in two columns. */
final class JoinedTime {

  private static final Pattern CLOCK =
      Pattern.compile("\\d{1,2}:\\d\\d(:\\d\\d)?([.,]\\d+)?( ?[AaPp][Mm])?");
  private static final Pattern DATE = Pattern.compile("\\d{1,4}([-./])\\d{1,2}\\1\\d{1,4}");
  private static final Pattern NEVER = Pattern.compile("0{4}-00-00.*|0(?:\\.0+)?|1970-01-01.*");

  private JoinedTime() {}

  /** The first of the cells that is not empty, completed by the next one; empty for none. */
  static String of(List<String> cells) {
    List<String> known = known(cells);
    if (known.isEmpty()) {
      return "";
    }
    String first = known.get(0);
    if (known.size() > 1 && CLOCK.matcher(first).matches()) {
      return known.get(1) + " " + first;
    }
    boolean isDate = DATE.matcher(first).matches();
    return known.size() > 1 && isDate && CLOCK.matcher(known.get(1)).matches()
        ? first + " " + known.get(1)
        : first;
  }

  private static List<String> known(List<String> cells) {
    return cells.stream()
        .map(TableCell::value)
        .filter(cell -> !cell.isEmpty() && !NEVER.matcher(cell).matches())
        .toList();
  }
}
