package calltally.ingest.spool;

import calltally.ingest.journal.Journal;
import calltally.ingest.journal.Row;
import calltally.ingest.journal.RowRefused;
import calltally.ingest.journal.Ticket;
import calltally.ingest.journal.TicketRefused;
import calltally.ingest.metrics.Counters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One file of the spool on its way into the journal, in the order of its frames.
 *
 * <p>How far it has come is written by the statement that takes it there, so that no frame is taken
 * twice, whoever dies when.
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
  private final Map<Ticket, Boolean> settled = new HashMap<>();
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

  /** Takes all that is there; returns the length of the file up to which that was done. */
  long run() throws IOException {
    long length = segment.length();
    Frames frames = segment.read(position);
    quarantine(frames.damaged());
    List<Frame> batch = new ArrayList<>();
    long bytes = 0;
    for (Frame frame : frames.intact()) {
      if (batch.size() == BATCH || (bytes += frame.length()) > BATCH_BYTES) {
        take(batch);
        batch = new ArrayList<>();
        bytes = frame.length();
      }
      batch.add(frame);
    }
    take(batch);
    position = (int) length;
    return length;
  }

  /** Records that the database has taken so far. */
  long replayed() {
    return replayed;
  }

  private void take(List<Frame> batch) throws IOException {
    List<Frame> frames = batch.stream().filter(frame -> frame.number() > last).toList();
    if (frames.isEmpty()) {
      return;
    }
    try {
      append(frames);
    } catch (TicketRefused e) {
      last = journal.lastBatch(segment.writer(), LIMIT);
      take(frames);
    }
  }

  private void append(List<Frame> frames) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Frame frame : frames) {
      Optional<SpoolRecord> spooled = SpoolRecord.of(frame.content());
      if (spooled.isEmpty()) {
        setAside(frame, "it has to be of a known version");
      }
      spooled.filter(this::isMissing).map(SpoolRecord::row).ifPresent(rows::add);
    }
    long next = frames.get(frames.size() - 1).number();
    try {
      journal.append(rows, new Ticket(segment.writer(), last, next), LIMIT);
      advance(frames);
    } catch (RowRefused e) {
      separate(frames, e);
    }
  }

  /** Whether the database has not taken it by the statement that nobody heard of any more. */
  private boolean isMissing(SpoolRecord spooled) {
    Ticket doubt = spooled.doubt();
    return doubt == null
        || !settled.computeIfAbsent(doubt, ticket -> journal.settle(ticket, LIMIT));
  }

  private void separate(List<Frame> frames, RowRefused refused) throws IOException {
    if (frames.size() > 1) {
      int half = frames.size() / 2;
      append(frames.subList(0, half));
      append(frames.subList(half, frames.size()));
    } else {
      reject(frames.get(0), refused);
    }
  }

  /** The request itself is no longer there: what was read of it is kept instead. */
  private void reject(Frame frame, RowRefused refused) throws IOException {
    Row row = SpoolRecord.of(frame.content()).orElseThrow().row();
    Ticket ticket = new Ticket(segment.writer(), last, frame.number());
    try {
      journal.append(List.of(row.refused(refused)), ticket, LIMIT);
    } catch (RowRefused e) {
      setAside(frame, e.rejection().rule());
      journal.append(List.of(), ticket, LIMIT);
    }
    advance(List.of(frame));
  }

  private void advance(List<Frame> frames) {
    last = frames.get(frames.size() - 1).number();
    replayed += frames.size();
    counters.replayed(
        frames.stream()
            .map(frame -> SpoolRecord.of(frame.content()))
            .flatMap(Optional::stream)
            .filter(spooled -> spooled.row().kind() == Row.Kind.DELIVERY)
            .count());
  }

  private void setAside(Frame frame, String rule) throws IOException {
    LOG.error(
        "spool: ALARM, a notification could not be stored: {}, kept in {}",
        rule,
        folder.quarantine(segment.file(), frame.number(), frame.content()));
  }

  private void quarantine(List<Frames.Damage> damaged) throws IOException {
    for (Frames.Damage damage : damaged) {
      if (!damage.isEmpty()) {
        Path kept = folder.quarantine(segment.file(), damage.position(), damage.bytes().toArray());
        LOG.atLevel(damage.isTorn() ? Level.WARN : Level.ERROR)
            .log(
                "spool: {}{} bytes could not be read, kept in {}",
                damage.isTorn() ? "a crash left " : "ALARM, ",
                damage.bytes().size(),
                kept);
      }
    }
  }
}
