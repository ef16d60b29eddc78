package calltally.ingest.file;

import calltally.ingest.file.line.DamagedLine;
import calltally.ingest.file.line.FileLine;
import calltally.ingest.file.line.FileNotice;
import java.util.List;

/** Reads the lines of a file as notifications. */
sealed interface LineParser permits JsonLines, CsvTable, QueueLog, CallList {

  /**
   * The notifications of a line; none when it concerns no call. The same line means the same
   * wherever it is, so that importing part of a file again changes nothing.
   *
   * @throws DamagedLine when it cannot be read
   */
  List<FileLine> of(FileLine line);

  /** What to know about the lines read so far. */
  default List<FileNotice> notices() {
    return List.of();
  }
}
