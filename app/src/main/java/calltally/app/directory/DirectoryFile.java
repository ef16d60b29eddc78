package calltally.app.directory;

import calltally.app.terminal.Message;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file of managers or lines, with commas, or with semicolons as Excel saves it. */
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
      return;
    }
    CsvDecoder.decode(name, bytes, problems).ifPresent(text -> read(text, entries));
  }

  private void read(String text, Consumer<RawEntry> entries) {
    try (CSVParser rows = CSVParser.parse(new StringReader(text), format(text))) {
      rows(rows, entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CSVFormat format(String text) {
    String heading = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(heading.contains(";") ? ';' : ',')
        .setIgnoreEmptyLines(false)
        .setIgnoreSurroundingSpaces(true)
        .get();
  }

  private void rows(CSVParser rows, Consumer<RawEntry> entries) {
    Optional<CsvHeader> heading = Optional.empty();
    int found = 0;
    long line = 1;
    try {
      for (Iterator<CSVRecord> all = rows.iterator(); all.hasNext(); ) {
        CSVRecord row = all.next();
        EntryPosition position = EntryPosition.ofLine(name, line);
        if (!isBlank(row)) {
          if (heading.isEmpty()) {
            heading = CsvHeader.read(position, row.toList(), problems);
            if (heading.isEmpty()) {
              return;
            }
          } else {
            found++;
            entries.accept(new CsvRow(position, heading.get(), row.toList(), problems).entry());
          }
        }
        line = rows.getCurrentLineNumber() + 1;
      }
      requireSome(heading, found);
    } catch (UncheckedIOException e) {
      problems.accept(EntryPosition.ofLine(name, line).problem(Message.of("directory.csv.quote")));
    }
  }

  private void requireSome(Optional<CsvHeader> heading, int found) {
    if (found == 0) {
      String missing = heading.map(known -> known.kind().word()).orElse("entry");
      refuse(Message.of("directory.csv.none." + missing));
    }
  }

  private void refuse(Message problem) {
    problems.accept(Message.of("configuration.at", name, problem));
  }

  private static boolean isBlank(CSVRecord row) {
    return row.stream().allMatch(String::isBlank);
  }
}
