package calltally.ingest.file;

import calltally.ingest.notification.Remark;
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
          Remark.UNKNOWN_STATUS,
          Remark.UNREADABLE_DURATION,
          Remark.ROUNDED_NUMBER,
          Remark.RECORDING_REFUSED);

  private final Map<Remark, SomeLines> lines = new EnumMap<>(Remark.class);

  void note(long line, Set<Remark> remarks) {
    remarks.stream()
        .filter(SAID::contains)
        .forEach(remark -> lines.computeIfAbsent(remark, unused -> new SomeLines()).add(line));
  }

  /**
   * A notice for each kind.
   *
   * @param isList whether the words of the status are said by the list itself
   */
  List<FileNotice> notices(boolean isList) {
    List<FileNotice> notices = new ArrayList<>();
    lines.forEach(
        (remark, some) -> {
          if (!isList || remark != Remark.UNKNOWN_STATUS) {
            notices.add(FileNotice.of("remark_" + remark.label(), some.count(), some.numbers()));
          }
        });
    return notices;
  }
}
