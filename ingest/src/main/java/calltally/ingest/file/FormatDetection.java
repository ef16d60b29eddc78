package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Detects the format of a file from its first lines, and skips its heading. */
record FormatDetection(Lines lines, FileReading reading, ZoneId zone) {

  private static final int LINES = 20;

  /** The parser for the file, which has read nothing but the heading. */
  LineParser parser() throws IOException {
    List<FileLine> first = lines.first(LINES);
    if (first.isEmpty() || format(first) == FileFormat.JSONL) {
      return new JsonLines();
    }
    TableText text = new TableText(reading.charset(), separator(first));
    List<String> heading = names(first.get(0), text);
    if (format(first) == FileFormat.QUEUE_LOG) {
      return queueLog(text, heading);
    }
    if (!heading.contains("event")) {
      throw new UnknownFileFormat("heading");
    }
    passOverHeading();
    return new CsvTable(text, heading);
  }

  private QueueLog queueLog(TableText text, List<String> heading) throws IOException {
    if (!QueueLogColumns.areNamedBy(heading)) {
      return new QueueLog(text, QueueLogColumns.OF_ASTERISK, zone);
    }
    passOverHeading();
    return new QueueLog(text, QueueLogColumns.namedBy(heading), zone);
  }

  private void passOverHeading() throws IOException {
    lines.next();
  }

  private FileFormat format(List<FileLine> first) {
    FileFormat named = reading.format();
    FileFormat format = named == null ? recognised(first) : named;
    if (format == null) {
      throw new UnknownFileFormat("format");
    }
    return format;
  }

  /** Some of the first lines may be damaged. */
  private @Nullable FileFormat recognised(List<FileLine> first) {
    if (first.stream().anyMatch(FormatDetection::isObject)) {
      return FileFormat.JSONL;
    }
    TableText text = new TableText(reading.charset(), separator(first));
    List<String> heading = names(first.get(0), text);
    if (QueueLogColumns.areNamedBy(heading)) {
      return FileFormat.QUEUE_LOG;
    }
    if (heading.contains("event")) {
      return FileFormat.CSV;
    }
    return first.stream().anyMatch(line -> isLog(line, text)) ? FileFormat.QUEUE_LOG : null;
  }

  private static boolean isObject(FileLine line) {
    String text = line.bytes().first(1000).text(UTF_8);
    return (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading().startsWith("{");
  }

  private static boolean isLog(FileLine line, TableText text) {
    try {
      List<String> cells = text.cells(line);
      return cells.size() >= QueueLogColumns.LEAST
          && QueueLog.knows(cells.get(QueueLogColumns.LEAST - 1));
    } catch (DamagedLine e) {
      return false;
    }
  }

  /** The usual separator that occurs most often. */
  private static char separator(List<FileLine> first) {
    return Stream.of('|', ';', '\t', ',')
        .max((a, b) -> Long.compare(count(first, a), count(first, b)))
        .orElseThrow();
  }

  private static long count(List<FileLine> lines, char separator) {
    return lines.stream()
        .flatMapToInt(line -> line.bytes().text(ISO_8859_1).chars())
        .filter(c -> c == separator)
        .count();
  }

  private static List<String> names(FileLine heading, TableText text) {
    try {
      return text.cells(heading).stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
    } catch (DamagedLine e) {
      return List.of();
    }
  }
}
