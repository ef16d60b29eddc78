package calltally.ingest.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of a spool, oldest first; the newest is written to. */
final class Segments implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Segments.class);

  private final SpoolSettings settings;
  private final SpoolFolder folder;
  private final SpoolLimit limit;
  private final Deque<Segment> segments = new ArrayDeque<>();
  private @Nullable Segment open;
  private long lastFile;
  private long lastFrame;

  private Segments(SpoolSettings settings, SpoolFolder folder) {
    this.settings = settings;
    this.folder = folder;
    this.limit = new SpoolLimit(settings.size());
  }

  /** Opens the folder; files of earlier runs, which may end torn, are never appended to. */
  static Segments open(SpoolSettings settings) throws IOException {
    Segments segments = new Segments(settings, SpoolFolder.enter(settings.folder()));
    for (Path file : segments.folder.segments()) {
      segments.lastFile = SpoolFolder.number(file);
      if (Files.size(file) > Segment.HEADER) {
        segments.segments.add(Segment.existing(file));
      } else {
        segments.folder.delete(file);
      }
    }
    if (!segments.segments.isEmpty()) {
      LOG.warn("spool: {} bytes from earlier runs are waiting for the database", segments.length());
    }
    return segments;
  }

  SpoolFolder folder() {
    return folder;
  }

  synchronized Optional<Segment> oldest() {
    return Optional.ofNullable(segments.peekFirst());
  }

  synchronized long length() {
    return segments.stream().mapToLong(Segment::length).sum();
  }

  /** The room that is left, within the size of the spool and on its disk. */
  synchronized SpoolRoom room() {
    return new SpoolRoom(
        Math.min(settings.size() - length(), folder.usableSpace()), this::occupiedBy);
  }

  private synchronized long occupiedBy(String source) {
    return segments.stream().mapToLong(segment -> segment.occupiedBy(source)).sum();
  }

  /** Appends entries and returns once all are fsynced; on failure none is. */
  synchronized void append(List<SpoolEntry> entries) throws IOException {
    limit.requireRoomFor(length() + entries.stream().mapToLong(SpoolEntry::length).sum());
    Segment segment = segment();
    List<Frame> frames = new ArrayList<>();
    for (SpoolEntry entry : entries) {
      frames.add(new Frame(lastFrame + frames.size() + 1, entry.content()));
    }
    try {
      segment.append(frames);
    } catch (IOException e) {
      abandon(segment);
      throw e;
    }
    entries.forEach(entry -> segment.countFor(entry.source(), entry.length()));
    lastFrame += frames.size();
    if (!segments.contains(segment)) {
      segments.add(segment);
    }
    notifyAll();
  }

  /** Deletes a file that is entirely in the database, unless more was appended meanwhile. */
  synchronized boolean release(Segment segment, long length) throws IOException {
    if (segment.length() != length) {
      return false;
    }
    if (open == segment) {
      open = null;
    }
    segments.remove(segment);
    folder.delete(segment.file());
    return true;
  }

  /** Waits until the spool is not empty, at most that long. */
  synchronized void awaitContent(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (segments.isEmpty() && end - System.nanoTime() > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
    }
  }

  @Override
  public void close() {
    folder.close();
  }

  /** The file to append to. */
  private Segment segment() throws IOException {
    Segment current = open;
    if (current == null || current.length() >= settings.segmentSize()) {
      current = folder.create(++lastFile);
      open = current;
      lastFrame = 0;
    }
    return current;
  }

  /** After a disk failure the end of the file is uncertain, so it is never appended to again. */
  private void abandon(Segment segment) throws IOException {
    open = null;
    if (!segments.contains(segment)) {
      folder.delete(segment.file());
    }
  }
}
