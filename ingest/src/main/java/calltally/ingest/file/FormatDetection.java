package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.ingest.file.line.FileLine;
import calltally.ingest.file.line.FileNotice;
import calltally.ingest.file.line.LineSource;
import calltally.ingest.file.line.Lines;
import calltally.ingest.file.table.TableText;
import calltally.ingest.file.table.TableTime;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Detects the format of a file from its first lines, and skips its heading. */
record FormatDetection(Lines lines, FileReading reading, ZoneId zone, List<FileNotice> notices) {

  private static final int LINES = 20;

  /** The content of the file, of which nothing but the heading has been read. */
  DetectedFormat detect() throws IOException {
    List<FileLine> first = lines.first(LINES);
    if (first.isEmpty()) {
      notices.add(FileNotice.unread("empty"));
      return new DetectedFormat(lines, new JsonLines());
    }
    return isJson(first) ? new DetectedFormat(objects(first), new JsonLines()) : table(first);
  }

  private LineSource objects(List<FileLine> first) {
    if (JsonShape.isWrapped(first)) {
      notices.add(FileNotice.information("wrapped"));
      return new JsonObjects(lines, new JsonWrapper());
    }
    return JsonShape.isSpread(first) ? new JsonObjects(lines, null) : lines;
  }

  private boolean isJson(List<FileLine> first) {
    return reading.format() == null
        ? first.stream().anyMatch(FormatDetection::isObject) || isArray(first.get(0))
        : reading.format() == FileFormat.JSONL;
  }

  private static boolean isObject(FileLine line) {
    return beginning(line).startsWith("{");
  }

  private static boolean isArray(FileLine line) {
    String text = beginning(line);
    return text.startsWith("[") && text.substring(1).strip().matches("(?s)(?:[\\[{\\]].*)?");
  }

  private static String beginning(FileLine line) {
    String text = line.bytes().first(1000).text(UTF_8);
    return (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
  }

  private DetectedFormat table(List<FileLine> first) throws IOException {
    TableSearch search = new TableSearch(first, reading);
    Optional<TableSearch.Found> heading = search.heading();
    if (heading.isPresent()) {
      TableSearch.Found found = heading.get();
      passOver(found);
      return new DetectedFormat(
          new QuotedRows(lines, found.text(), found.heading().names().size()), parser(found));
    }
    TableText text = search.log().orElseThrow(search::refusal);
    return new DetectedFormat(
        lines, queueLog(text, new Heading(List.of()), QueueLogColumns.OF_ASTERISK));
  }

  private QueueLog queueLog(TableText text, Heading heading, QueueLogColumns columns) {
    return new QueueLog(text, heading, columns, new TableTime(zone), new SkippedLines());
  }

  private LineParser parser(TableSearch.Found found) {
    return switch (found.format()) {
      case QUEUE_LOG ->
          queueLog(found.text(), found.heading(), QueueLogColumns.namedBy(found.heading()));
      case CALLS -> list(found);
      default -> table(found);
    };
  }

  private CsvTable table(TableSearch.Found found) {
    Heading heading = NotificationColumns.named(found.heading());
    NotificationColumns.unread(heading).forEach(notices::add);
    return new CsvTable(found.text(), heading, new TableTime(zone), new SkippedLines());
  }

  private CallList list(TableSearch.Found found) {
    CallListColumns columns = CallListColumns.best(reading.lists(), found.heading()).orElseThrow();
    boolean knowsQueues = columns.isNamedBy(found.heading(), CallColumn.MISSED_PHONES);
    notices.add(FileNotice.information(knowsQueues ? "calls_queues" : "calls_known"));
    ZoneId listed = columns.zone() == null ? zone : columns.zone();
    return new CallList(
        found.text(),
        found.heading(),
        columns,
        reading.company().and(columns.own()),
        new TableTime(listed),
        new CallListRemarks(),
        new SkippedLines());
  }

  private void passOver(TableSearch.Found found) throws IOException {
    for (int line = 0; line <= found.line(); line++) {
      lines.next();
    }
    if (found.titles() > 0) {
      notices.add(FileNotice.information("titles", found.titles()));
    }
    if (lines.first(1).isEmpty()) {
      notices.add(FileNotice.unread("heading_alone"));
    }
  }
}
