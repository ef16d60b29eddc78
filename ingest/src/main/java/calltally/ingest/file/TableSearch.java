package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import calltally.ingest.file.line.DamagedLine;
import calltally.ingest.file.line.FileLine;
import calltally.ingest.file.table.TableText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the heading of a table among its first lines, and the separator that gives it names. */
record TableSearch(List<FileLine> first, FileReading reading) {

  private static final List<Character> USUAL = List.of('|', ';', '\t', ',');

  /** Excel's own way to name the separator. */
  private static final Pattern NAMED = Pattern.compile("(?i)\\s*\"?sep=([^\"])\"?\\s*");

  /**
   * A heading.
   *
   * @param line the place of its last line among the first lines
   * @param titles lines above it that belong to no table
   */
  record Found(int line, int titles, TableText text, Heading heading, FileFormat format) {}

  /** The first line that is a heading with any separator. */
  Optional<Found> heading() {
    return IntStream.range(0, first.size())
        .boxed()
        .flatMap(line -> texts().flatMap(text -> found(line, text).stream()))
        .findFirst();
  }

  private Optional<Found> found(int line, TableText text) {
    FileLine row = first.get(line);
    int last = line;
    while (text.isOpen(row) && last + 1 < first.size()) {
      last++;
      row = QuotedRows.join(row, first.get(last));
    }
    boolean isWhole = !text.isOpen(row);
    int end = isWhole ? last : line;
    Heading heading = Heading.of(isWhole ? row : first.get(line), text);
    int titles = line - (isSeparatorNamed() ? 1 : 0);
    return format(heading).map(format -> new Found(end, titles, text, heading, format));
  }

  private Optional<FileFormat> format(Heading heading) {
    return Stream.of(FileFormat.QUEUE_LOG, FileFormat.CSV, FileFormat.CALLS)
        .filter(format -> reading.format() == null || reading.format() == format)
        .filter(format -> isNamed(format, heading))
        .findFirst();
  }

  private boolean isNamed(FileFormat format, Heading heading) {
    return switch (format) {
      case QUEUE_LOG -> QueueLogColumns.areNamedBy(heading);
      case CSV -> NotificationColumns.areNamedBy(heading);
      case CALLS -> CallListColumns.best(reading.lists(), heading).isPresent();
      case JSONL -> false;
    };
  }

  /** How to read a log that has no heading; empty where the file is no log. */
  Optional<TableText> log() {
    if (reading.format() == FileFormat.CSV || reading.format() == FileFormat.CALLS) {
      return Optional.empty();
    }
    Optional<TableText> likely =
        texts().max(Comparator.comparingLong(this::events)).filter(text -> events(text) > 0);
    return likely.isEmpty() && reading.format() == FileFormat.QUEUE_LOG
        ? Optional.of(texts().max(Comparator.comparingLong(this::separators)).orElseThrow())
        : likely;
  }

  /** Why the file is no table that can be read. */
  UnknownFileFormat refusal() {
    return new TableRefusal(first, reading, texts().toList()).exception();
  }

  private long events(TableText text) {
    return first.stream().filter(line -> isEvent(line, text)).count();
  }

  private static boolean isEvent(FileLine line, TableText text) {
    try {
      List<String> cells = text.cells(line);
      return cells.size() >= QueueLogColumns.LEAST
          && QueueLog.knows(cells.get(QueueLogColumns.LEAST - 1));
    } catch (DamagedLine e) {
      return false;
    }
  }

  private long separators(TableText text) {
    return first.stream()
        .flatMapToInt(line -> line.bytes().text(ISO_8859_1).chars())
        .filter(c -> c == text.separator())
        .count();
  }

  private Stream<TableText> texts() {
    Matcher named = NAMED.matcher(first.get(0).bytes().text(reading.charset()));
    if (reading.separator() != null) {
      return Stream.of(new TableText(reading.charset(), reading.separator()));
    }
    return named.matches()
        ? Stream.of(new TableText(reading.charset(), named.group(1).charAt(0)))
        : USUAL.stream().map(separator -> new TableText(reading.charset(), separator));
  }

  private boolean isSeparatorNamed() {
    return NAMED.matcher(first.get(0).bytes().text(reading.charset())).matches();
  }
}
