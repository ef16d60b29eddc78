package calltally.ingest.file;

import java.util.List;

/** What the lines of a file say, as notifications. */
sealed interface LineParser permits JsonLines, CsvTable, QueueLog {

  /**
   * The notifications that a line tells of; none when it is of no call. The same line says the same
   * wherever it stands, so that importing a part of a file twice changes nothing.
   *
   * @throws DamagedLine when it cannot be read
   */
  List<FileLine> of(FileLine line);
}
