package calltally.app.directory;

import calltally.app.terminal.Message;
import java.util.List;
import java.util.function.Consumer;

/** A file of managers or lines: CSV or an Excel workbook. */
final class DirectoryFile {

  static final int LARGEST = 5 << 20;

  private final String name;
  private final Consumer<Message> problems;

  /**
   * A file to read.
   *
   * @param name the file's name in problems
   */
  DirectoryFile(String name, Consumer<Message> problems) {
    this.name = name;
    this.problems = problems;
  }

  /** Passes on the entries, and notes the problems of those that are incomplete. */
  void read(byte[] bytes, Consumer<RawEntry> entries) {
    if (bytes.length > LARGEST) {
      refuse(Message.of("directory.csv.size", Integer.toString(bytes.length)));
    } else if (XlsxRows.isOldWorkbook(bytes)) {
      refuse(Message.of("directory.xlsx.old"));
    } else if (XlsxRows.isWorkbook(bytes)) {
      read(new XlsxRows(name, bytes).read(), entries);
    } else {
      CsvDecoder.decode(name, bytes, problems)
          .ifPresent(text -> read(new CsvRows(name, text).read(), entries));
    }
  }

  private void read(TableRows table, Consumer<RawEntry> entries) {
    if (table.rows().isEmpty()) {
      table.failure().ifPresentOrElse(problems, () -> refuse(none("entry")));
      return;
    }
    int first = CsvHeader.rowOf(table.rows());
    TableRows.Row row = table.rows().get(first);
    List<TableRows.Row> found = table.rows().subList(first + 1, table.rows().size());
    CsvHeader.read(position(row), row.cells(), problems)
        .ifPresent(
            header -> {
              read(header, found, entries);
              table.failure().ifPresentOrElse(problems, () -> requireSome(header, found.size()));
            });
  }

  private void read(CsvHeader header, List<TableRows.Row> rows, Consumer<RawEntry> entries) {
    for (TableRows.Row row : rows) {
      entries.accept(new CsvRow(position(row), header, row.cells(), problems).entry());
    }
  }

  private void requireSome(CsvHeader header, int found) {
    if (found == 0) {
      refuse(none(header.kind().word()));
    }
  }

  private static Message none(String missing) {
    return Message.of("directory.csv.none." + missing);
  }

  private EntryPosition position(TableRows.Row row) {
    return EntryPosition.ofLine(name, row.line());
  }

  private void refuse(Message problem) {
    problems.accept(Message.of("configuration.at", name, problem));
  }
}
