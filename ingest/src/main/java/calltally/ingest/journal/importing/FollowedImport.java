package calltally.ingest.journal.importing;

import calltally.ingest.file.FileFormat;
import calltally.ingest.file.FileReading;
import calltally.ingest.file.NotificationFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Imports a queue_log and goes on as it grows, through rotation and truncation.
 *
 * <p>The position is stored after the lines: what a crash interrupts is read again, and counts as
 * duplicate.
 */
final class FollowedImport {

  private final Path path;
  private final FilePositions positions;
  private final Supplier<ImportRun> runs;
  private final FileReading reading;
  private final ZoneId zone;
  private final FollowListener listener;
  private FilePosition position = FilePosition.START;
  private ImportTotals read = ImportTotals.NONE;

  FollowedImport(
      Path path,
      FilePositions positions,
      Supplier<ImportRun> runs,
      FileReading reading,
      ZoneId zone,
      FollowListener listener) {
    this.path = path;
    this.positions = positions;
    this.runs = runs;
    this.reading =
        new FileReading(
            FileFormat.QUEUE_LOG, reading.charset(), reading.separator(), reading.lists());
    this.zone = zone;
    this.listener = listener;
  }

  /** Returns when the listener wants no more. */
  void run() throws IOException {
    GrowingFile file = GrowingFile.open(path);
    try {
      resume(file);
      do {
        readToEnd(file, false);
        if (file.isReplaced()) {
          readToEnd(file, true);
          file.close();
          file = GrowingFile.open(path);
          restart();
          readToEnd(file, false);
        } else if (!file.continues(position)) {
          restart();
          readToEnd(file, false);
        }
      } while (idle());
    } finally {
      file.close();
    }
  }

  /** Goes on where the import ended, in whichever file that is by now. */
  private void resume(GrowingFile current) throws IOException {
    position = positions.get().orElse(FilePosition.START);
    if (current.continues(position)) {
      return;
    }
    Optional<Path> rotated = new RotatedFiles(path).holding(position);
    if (rotated.isPresent()) {
      try (GrowingFile file = GrowingFile.open(rotated.get())) {
        readToEnd(file, true);
      }
    }
    restart();
  }

  private void readToEnd(GrowingFile file, boolean isOver) throws IOException {
    boolean isMore;
    do {
      isMore = advance(file, isOver);
    } while (isMore);
  }

  private void restart() {
    position = FilePosition.START;
    listener.restarted();
  }

  private boolean idle() {
    ImportTotals since = read;
    read = ImportTotals.NONE;
    return listener.idle(since);
  }

  /** Stores the next lines; returns whether there were any. */
  private boolean advance(GrowingFile file, boolean isOver) throws IOException {
    if (!file.continues(position)) {
      return false;
    }
    byte[] lines = file.lines(position, isOver);
    if (lines.length == 0) {
      return false;
    }
    String firstLine = file.firstLine();
    NotificationFile notifications =
        NotificationFile.open(new ByteArrayInputStream(lines), reading, zone, position.lines());
    read = read.plus(runs.get().over(notifications));
    position = position.after(firstLine, lines);
    positions.put(position);
    return true;
  }
}
