package calltally.ingest.file;

import calltally.exchange.Notification;
import calltally.exchange.Remark;
import calltally.ingest.file.line.FileNotice;
import calltally.ingest.file.line.SomeLines;
import calltally.ingest.file.line.WordsInLines;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Oddities of notifications that were read nonetheless, with the lines that have them. */
final class ReadRemarks {

  /** Those that cost a figure; a time without an offset is usual in files. */
  private static final Set<Remark> SAID =
      Set.of(
          Remark.CLOCK_AHEAD,
          Remark.UNREADABLE_DURATION,
          Remark.ROUNDED_NUMBER,
          Remark.RECORDING_REFUSED);

  private final Map<Remark, SomeLines> lines = new EnumMap<>(Remark.class);
  private final WordsInLines unknownEvents = new WordsInLines();
  private final WordsInLines unknownStatuses = new WordsInLines();
  private final WordsInLines otherEvents = new WordsInLines();
  private boolean hasCalls;

  void note(long line, Notification read) {
    Set<Remark> remarks = read.remarks();
    remarks.stream()
        .filter(SAID::contains)
        .forEach(remark -> lines.computeIfAbsent(remark, unused -> new SomeLines()).add(line));
    if (remarks.contains(Remark.UNKNOWN_STATUS)) {
      unknownStatuses.add(line, read.writtenStatus());
    }
    if (!read.isKnown()) {
      unknownEvents.add(line, read.event());
    } else if (!read.isOfCall()) {
      otherEvents.add(line, read.event());
    }
    hasCalls |= read.isOfCall();
  }

  /**
   * A notice for each kind.
   *
   * @param isList whether the words of the status are said by the list itself
   */
  List<FileNotice> notices(boolean isList) {
    List<FileNotice> notices = new ArrayList<>();
    if (!unknownEvents.isEmpty()) {
      notices.add(FileNotice.of("events_unknown", unknownEvents.named()));
    }
    if (!hasCalls && !otherEvents.isEmpty()) {
      notices.add(FileNotice.of("events_of_no_call", otherEvents.named()));
    }
    if (!isList && !unknownStatuses.isEmpty()) {
      notices.add(FileNotice.of("statuses_unknown", unknownStatuses.named()));
    }
    lines.forEach((remark, some) -> notices.add(notice(remark, some)));
    return notices;
  }

  private static FileNotice notice(Remark remark, SomeLines some) {
    return switch (remark) {
      case CLOCK_AHEAD -> FileNotice.of("remark_clock_ahead", some.named());
      case UNREADABLE_DURATION -> FileNotice.of("remark_unreadable_duration", some.named());
      case ROUNDED_NUMBER -> FileNotice.of("remark_rounded_number", some.named());
      default -> FileNotice.of("remark_recording_refused", some.named());
    };
  }
}
