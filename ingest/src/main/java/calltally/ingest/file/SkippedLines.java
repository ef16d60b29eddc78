package calltally.ingest.file;

import calltally.ingest.file.line.FileLine;
import calltally.ingest.file.line.FileNotice;
import calltally.ingest.file.line.SomeLines;
import calltally.ingest.file.line.WordsInLines;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Lines that give no notification, and why. */
final class SkippedLines {

  /** Why a line gives no notification. */
  enum Reason {
    /** The heading once more, as in files that were joined. */
    HEADING,
    /** A line that a program draws below the heading, or the types of the columns. */
    RULER,
    /** A sum below the calls. */
    TOTAL,
    /** An event about agents or queues. */
    AGENTS,
    /** A call between extensions. */
    INTERNAL;

    String key() {
      return switch (this) {
        case HEADING -> "skipped_heading";
        case RULER -> "skipped_ruler";
        case TOTAL -> "skipped_total";
        case AGENTS -> "skipped_agents";
        case INTERNAL -> "skipped_internal";
      };
    }
  }

  private final Map<Reason, SomeLines> lines = new EnumMap<>(Reason.class);
  private final WordsInLines unknownEvents = new WordsInLines();

  /** Notes why a line gives nothing. */
  List<FileLine> because(Reason why, FileLine line) {
    lines.computeIfAbsent(why, unused -> new SomeLines()).add(line.number());
    return List.of();
  }

  /** Notes an event that nobody knows. */
  List<FileLine> unknown(String event, FileLine line) {
    unknownEvents.add(line.number(), event);
    return List.of();
  }

  /** A notice for each reason, behind those given. */
  List<FileNotice> noticesAnd(List<FileNotice> others) {
    List<FileNotice> notices = new ArrayList<>(others);
    if (!unknownEvents.isEmpty()) {
      notices.add(FileNotice.of("skipped_events", unknownEvents.named()));
    }
    lines.forEach((why, some) -> notices.add(FileNotice.information(why.key(), some.named())));
    return notices;
  }
}
