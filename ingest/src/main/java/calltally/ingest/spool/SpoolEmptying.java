package calltally.ingest.spool;

import calltally.ingest.journal.Journal;
import calltally.ingest.metrics.Counters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Empties a spool into the journal.
 *
 * <p>It replays the spool itself when no receiver uses the folder, or else waits until the receiver
 * has done it, which takes seconds.
 */
public final class SpoolEmptying {

  private static final long PAUSE_MILLIS = 200;

  private final SpoolSettings settings;
  private final DataSource ingest;

  /**
   * Empties a spool into the database of the connections.
   *
   * @param ingest connections in auto-commit mode, of the role calltally_ingest
   */
  public SpoolEmptying(SpoolSettings settings, DataSource ingest) {
    this.settings = settings;
    this.ingest = ingest;
  }

  /**
   * Empties the spool; false when it could not in time.
   *
   * @param limit how long to wait for a receiver
   */
  public boolean run(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (isWaiting() && !replay()) {
        if (System.nanoTime() > end) {
          return false;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isWaiting() throws IOException {
    if (!Files.isDirectory(settings.folder())) {
      return false;
    }
    try (Stream<Path> files = Files.list(settings.folder())) {
      return files.anyMatch(file -> file.toString().endsWith(SpoolFolder.SEGMENT));
    }
  }

  /** Replays the spool; false when a receiver uses the folder. */
  private boolean replay() throws IOException {
    Optional<Segments> segments = enter();
    if (segments.isEmpty()) {
      return false;
    }
    try (Segments entered = segments.get();
        Journal journal = Journal.open(ingest)) {
      replay(entered, new SegmentReplays(entered.folder(), journal, new Counters()));
    }
    return true;
  }

  private static void replay(Segments segments, SegmentReplays replays) throws IOException {
    Optional<Segment> oldest = segments.oldest();
    while (oldest.isPresent()) {
      Segment segment = oldest.get();
      boolean unused = segments.release(segment, replays.of(segment).run());
      oldest = segments.oldest();
    }
  }

  private Optional<Segments> enter() throws IOException {
    try {
      return Optional.of(Segments.open(settings));
    } catch (SpoolUnavailable e) {
      return Optional.empty();
    }
  }
}
