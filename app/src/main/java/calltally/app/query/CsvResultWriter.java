package calltally.app.query;

import calltally.app.terminal.TextColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes a result as CSV (RFC 4180) with a header; null is an empty field. */
public final class CsvResultWriter implements ResultWriter {

  private final CSVPrinter csv;

  public CsvResultWriter(Appendable out) {
    try {
      csv = CSVFormat.RFC4180.print(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void columns(List<TextColumn> columns) {
    print(columns.stream().map(TextColumn::name).toList());
  }

  @Override
  public void row(List<@Nullable String> values) {
    print(values);
  }

  @Override
  public void end() {
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void print(List<@Nullable String> values) {
    try {
      csv.printRecord(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
