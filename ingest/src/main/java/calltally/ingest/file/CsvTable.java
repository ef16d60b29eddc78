package calltally.ingest.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A table with one notification per row.
 *
 * @param columns names of the fields; blank where a column has none
 */
record CsvTable(TableText text, List<String> columns) implements LineParser {

  /** Databases and spreadsheets put a space between date and time. */
  private static final Pattern TIME_WITH_BLANK = Pattern.compile("^(\\d{4}-\\d\\d-\\d\\d) (?=\\d)");

  @Override
  public List<FileLine> of(FileLine line) {
    List<String> cells = text.cells(line);
    if (cells.size() != columns.size()) {
      throw new DamagedLine(
          null,
          "a line must have as many cells as the heading, %d (was %d)"
              .formatted(columns.size(), cells.size()));
    }
    return List.of(line.saying(JsonText.of(fields(cells))));
  }

  /** An empty cell is a field not sent. */
  private Map<String, String> fields(List<String> cells) {
    Map<String, String> fields = new LinkedHashMap<>();
    IntStream.range(0, cells.size())
        .filter(index -> !columns.get(index).isEmpty() && !cells.get(index).isEmpty())
        .forEach(index -> fields.put(columns.get(index), value(index, cells)));
    return fields;
  }

  private String value(int index, List<String> cells) {
    String cell = cells.get(index);
    return columns.get(index).equals("time")
        ? TIME_WITH_BLANK.matcher(cell).replaceFirst("$1T")
        : cell;
  }
}
