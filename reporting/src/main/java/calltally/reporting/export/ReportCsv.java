package calltally.reporting.export;

import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Period;
import calltally.reporting.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes reports as CSV (RFC 4180, UTF-8), one file per table, the same in every language. A byte
 * order mark lets spreadsheets recognize UTF-8.
 */
public final class ReportCsv {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CustomerNumbers numbers;
  private final CsvDialect dialect;

  public ReportCsv(CustomerNumbers numbers, CsvDialect dialect) {
    this.numbers = numbers;
    this.dialect = dialect;
  }

  /**
   * Writes each table of the report; replaces existing files.
   *
   * @param stem start of the file names, followed by the table, such as {@code -managers.csv}
   * @return the files
   */
  public List<Path> write(Report report, Path folder, String stem) throws IOException {
    List<Path> files = new ArrayList<>();
    List<Table<?>> tables =
        Stream.concat(Stream.of(ReportTables.summary(report)), ReportTables.of(report).stream())
            .toList();
    for (Table<?> table : tables) {
      Path file = folder.resolve(stem + "-" + table.name() + ".csv");
      write(table, new MachineNotation(report.head().period()), file);
      files.add(file);
    }
    return files;
  }

  private CSVFormat format() {
    return CSVFormat.RFC4180.builder().setDelimiter(dialect.separator()).get();
  }

  /** A table that is not written to a file; its times are those of the period's zone. */
  public String text(Table<?> table, Period period) {
    StringBuilder text = new StringBuilder();
    try {
      write(table, new MachineNotation(period), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(Table<?> table, MachineNotation notation, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      write(table, notation, out);
    }
  }

  private void write(Table<?> table, MachineNotation notation, Appendable out) throws IOException {
    out.append(BYTE_ORDER_MARK);
    CSVPrinter csv = format().print(out);
    csv.printRecord(table.columns().stream().map(Column::name));
    for (int row = 0; row < table.rows().size(); row++) {
      CsvCells values = new CsvCells(notation, numbers, dialect);
      table.write(row, values);
      csv.printRecord(values.values());
    }
  }
}
