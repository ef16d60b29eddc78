package calltally.app.query;

import calltally.app.terminal.TextColumn;
import calltally.reporting.export.SpreadsheetText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a result as CSV (RFC 4180) with a header; null is an empty field.
 *
 * <p>Anyone who can send notifications can write the texts, and people open the file in a
 * spreadsheet.
 */
public final class CsvResultWriter implements ResultWriter {

  private final CSVPrinter csv;
  private final boolean isGuarded;
  private List<TextColumn> columns = List.of();

  private CsvResultWriter(Appendable out, boolean isGuarded) {
    this.isGuarded = isGuarded;
    try {
      csv = CSVFormat.RFC4180.print(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts an apostrophe before texts that a spreadsheet would compute, as reports do. */
  public static CsvResultWriter guarded(Appendable out) {
    return new CsvResultWriter(out, true);
  }

  /** Writes every text as it is. */
  public static CsvResultWriter raw(Appendable out) {
    return new CsvResultWriter(out, false);
  }

  @Override
  public void columns(List<TextColumn> columns) {
    this.columns = columns;
    print(columns.stream().map(TextColumn::name).toList());
  }

  @Override
  public void row(List<@Nullable String> values) {
    print(isGuarded ? guarded(values) : values);
  }

  private List<@Nullable String> guarded(List<@Nullable String> values) {
    List<@Nullable String> guarded = new ArrayList<>(values);
    for (int column = 0; column < guarded.size(); column++) {
      String value = guarded.get(column);
      if (value != null && !columns.get(column).isNumber()) {
        guarded.set(column, SpreadsheetText.guarded(value));
      }
    }
    return guarded;
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
