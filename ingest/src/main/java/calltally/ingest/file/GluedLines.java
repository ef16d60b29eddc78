package calltally.ingest.file;

import calltally.ingest.file.line.DamagedLine;
import java.util.List;
import java.util.regex.Pattern;

/** Recognises two lines of a queue log that lost the line break between them. */
final class GluedLines {

  /** The beginning of the second line, behind the last cell of the first. */
  private static final Pattern TIME_AT_END =
      Pattern.compile(".*(?:\\d{10}(?:\\.\\d+)?|\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?)");

  private GluedLines() {}

  /** Refuses a line of a log without a heading, which has a fixed order of cells. */
  static void refuse(List<String> cells) {
    int event = QueueLogColumns.LEAST - 1;
    for (int place = event + 1; place < cells.size(); place++) {
      if (QueueLog.knows(cells.get(place))
          && TIME_AT_END.matcher(cells.get(place - event)).matches()) {
        throw new DamagedLine(
            null, "two lines must not stand in one: insert the line break that is missing");
      }
    }
  }
}
