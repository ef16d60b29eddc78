package calltally.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A file of notifications in any format, plain or gzipped. */
public final class NotificationFile {

  private final Lines lines;
  private final LineParser parser;
  private final Deque<FileLine> translated = new ArrayDeque<>();
  private long passedOver;

  private NotificationFile(Lines lines, LineParser parser) {
    this.lines = lines;
    this.parser = parser;
  }

  /**
   * Opens a file and reads as much as it takes to detect its format.
   *
   * @param zone of the times in a log that have no offset
   * @throws UnknownFileFormat when its format is not a known one
   */
  public static NotificationFile open(InputStream file, FileReading reading, ZoneId zone)
      throws IOException {
    Lines lines = Lines.of(file);
    return new NotificationFile(lines, new FormatDetection(lines, reading, zone).parser());
  }

  /** The next notification or unreadable line; empty at the end of the file. */
  public Optional<FileLine> next() throws IOException {
    while (translated.isEmpty()) {
      Optional<FileLine> line = lines.next();
      if (line.isEmpty()) {
        return line;
      }
      translate(line.get());
    }
    return Optional.of(translated.remove());
  }

  /** Lines skipped so far because they concern no call, such as agents logging in. */
  public long passedOver() {
    return passedOver;
  }

  private void translate(FileLine line) {
    if (line.damage() != null) {
      translated.add(line);
      return;
    }
    try {
      translated.addAll(parser.of(line));
      passedOver += translated.isEmpty() ? 1 : 0;
    } catch (DamagedLine e) {
      translated.add(line.damaged(e.rejection()));
    }
  }
}
