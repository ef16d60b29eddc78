package calltally.app.directory;

import calltally.app.terminal.Message;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a CSV file, with commas, or with semicolons or tabs as Excel saves it.
 *
 * @param file its name in problems
 */
record CsvRows(String file, String text) {

  private static final List<Character> SEPARATORS = List.of(';', ',', '\t');

  /** The line by which a file names its separator to Excel. */
  private static final Pattern NAMED = Pattern.compile("\"?sep=(.)\"?;*", Pattern.CASE_INSENSITIVE);

  TableRows read() {
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format())) {
      return rows(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TableRows rows(CSVParser parser) {
    List<TableRows.Row> rows = new ArrayList<>();
    long line = 1;
    try {
      for (Iterator<CSVRecord> all = parser.iterator(); all.hasNext(); ) {
        TableRows.Row row = new TableRows.Row(line, all.next().toList());
        if (!row.isBlank() && !isSeparator(row)) {
          rows.add(row);
        }
        line = parser.getCurrentLineNumber() + 1;
      }
      return new TableRows(rows, Optional.empty());
    } catch (UncheckedIOException e) {
      Message problem = Message.of("directory.csv.quote");
      return new TableRows(rows, Optional.of(EntryPosition.ofLine(file, line).problem(problem)));
    }
  }

  private static boolean isSeparator(TableRows.Row row) {
    return row.line() == 1 && row.cells().get(0).toLowerCase(Locale.ROOT).startsWith("sep=");
  }

  private CSVFormat format() {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(separator())
        .setIgnoreEmptyLines(false)
        .setIgnoreSurroundingSpaces(true)
        .get();
  }

  /** The named one, or else the one that makes a header of a line. */
  private char separator() {
    String first = lines().findFirst().orElse("");
    if (NAMED.matcher(first.strip()).matches()) {
      return first.charAt(first.indexOf('=') + 1);
    }
    return lines()
        .limit(CsvHeader.LAST_ROW)
        .flatMap(line -> SEPARATORS.stream().filter(separator -> isHeader(line, separator)))
        .findFirst()
        .orElse(first.contains(";") ? ';' : ',');
  }

  private Stream<String> lines() {
    return text.lines().filter(line -> !line.isBlank());
  }

  private static boolean isHeader(String line, char separator) {
    String[] cells = line.split(Pattern.quote(String.valueOf(separator)), -1);
    return CsvHeader.isHeader(Arrays.stream(cells).map(cell -> cell.replace("\"", "")).toList());
  }
}
