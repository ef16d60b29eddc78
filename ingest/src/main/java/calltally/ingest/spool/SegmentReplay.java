package calltally.ingest.spool;

import calltally.ingest.journal.Batch;
import calltally.ingest.journal.BatchId;
import calltally.ingest.journal.BatchOutOfOrder;
import calltally.ingest.journal.Journal;
import calltally.ingest.journal.JournalRow;
import calltally.ingest.journal.UnstorableRow;
import calltally.ingest.metrics.Counters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Replays one file of the spool into the journal, in the order of its frames.
 *
 * <p>The statement that stores the rows also records the progress, so that no frame is stored
 * twice, whichever process dies when.
 */
final class SegmentReplay {

  private static final Logger LOG = LoggerFactory.getLogger(SegmentReplay.class);
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int BATCH = 500;
  private static final int BATCH_BYTES = 4 << 20;

  private final Segment segment;
  private final SpoolFolder folder;
  private final Journal journal;
  private final Counters counters;
  private final Map<BatchId, Boolean> resolved = new HashMap<>();
  private int position = Segment.HEADER;
  private long last;
  private long replayed;

  SegmentReplay(Segment segment, SegmentReplays replays) {
    this.segment = segment;
    this.folder = replays.folder();
    this.journal = replays.journal();
    this.counters = replays.counters();
    this.last = journal.lastBatch(segment.writer(), LIMIT);
  }

  /** Replays all that is there; returns the length of the file up to that point. */
  long run() throws IOException {
    long length = segment.length();
    Frames frames = segment.read(position);
    quarantine(frames.damaged());
    takeInBatches(frames.intact());
    position = (int) length;
    return length;
  }

  private void takeInBatches(List<Frame> frames) throws IOException {
    List<Frame> batch = new ArrayList<>();
    long bytes = 0;
    for (Frame frame : frames) {
      if (batch.size() == BATCH || (bytes += frame.length()) > BATCH_BYTES) {
        take(batch);
        batch = new ArrayList<>();
        bytes = frame.length();
      }
      batch.add(frame);
    }
    take(batch);
  }

  /** The number of records replayed so far. */
  long replayed() {
    return replayed;
  }

  private void take(List<Frame> batch) throws IOException {
    List<SpooledFrame> frames =
        batch.stream().filter(frame -> frame.number() > last).map(SpooledFrame::of).toList();
    if (frames.isEmpty()) {
      return;
    }
    try {
      append(frames);
    } catch (BatchOutOfOrder e) {
      last = journal.lastBatch(segment.writer(), LIMIT);
      take(batch);
    }
  }

  private void append(List<SpooledFrame> frames) throws IOException {
    List<JournalRow> rows = new ArrayList<>();
    for (SpooledFrame next : frames) {
      if (next.content().isEmpty()) {
        setAside(next.frame(), "a later version of Calltally wrote it");
      }
      next.content().filter(this::isMissing).map(SpoolRecord::row).ifPresent(rows::add);
    }
    try {
      journal.append(new Batch(rows, batch(frames)), LIMIT);
      advance(frames);
    } catch (UnstorableRow e) {
      separate(frames, e);
    }
  }

  /** Whether the statement in doubt, whose result was never seen, did not store it. */
  private boolean isMissing(SpoolRecord spooled) {
    BatchId doubt = spooled.doubt();
    return doubt == null
        || !resolved.computeIfAbsent(doubt, batch -> journal.resolve(batch, LIMIT));
  }

  private void separate(List<SpooledFrame> frames, UnstorableRow refused) throws IOException {
    if (frames.size() > 1) {
      int half = frames.size() / 2;
      append(frames.subList(0, half));
      append(frames.subList(half, frames.size()));
    } else {
      reject(frames.get(0), refused);
    }
  }

  /** The request itself is gone: the fields parsed from it are kept instead. */
  private void reject(SpooledFrame only, UnstorableRow refused) throws IOException {
    List<SpooledFrame> frames = List.of(only);
    JournalRow row = only.content().orElseThrow().rejected(refused);
    try {
      journal.append(new Batch(List.of(row), batch(frames)), LIMIT);
    } catch (UnstorableRow e) {
      setAside(only.frame(), e.rejection().rule());
      journal.append(new Batch(List.of(), batch(frames)), LIMIT);
    }
    advance(frames);
  }

  private BatchId batch(List<SpooledFrame> frames) {
    return new BatchId(segment.writer(), last, frames.get(frames.size() - 1).number());
  }

  private void advance(List<SpooledFrame> frames) {
    last = frames.get(frames.size() - 1).number();
    replayed += frames.size();
    counters.replayed(frames.stream().filter(SpooledFrame::isNotification).count());
  }

  private void setAside(Frame frame, String rule) throws IOException {
    LOG.error(
        "spool: ALARM, cannot store a notification: {}; it is kept in {}",
        rule,
        folder.quarantine(segment.file(), frame.number(), frame.content()));
  }

  private void quarantine(List<Frames.Damage> damaged) throws IOException {
    for (Frames.Damage damage : damaged) {
      if (!damage.isEmpty()) {
        Path kept = folder.quarantine(segment.file(), damage.position(), damage.bytes().toArray());
        LOG.atLevel(damage.isTorn() ? Level.WARN : Level.ERROR)
            .log(
                "spool: {}{} unreadable bytes, kept in {}",
                damage.isTorn() ? "a crash left " : "ALARM, ",
                damage.bytes().size(),
                kept);
      }
    }
  }
}
