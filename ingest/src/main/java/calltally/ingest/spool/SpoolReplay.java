package calltally.ingest.spool;

import calltally.ingest.journal.DatabaseState;
import calltally.ingest.journal.JournalUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replays the spool into the journal as soon as the database answers. */
final class SpoolReplay implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SpoolReplay.class);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration LIMIT_TO_STOP = Duration.ofMillis(500);
  private static final Duration LIMIT_TO_ANSWER = Duration.ofSeconds(1);

  private final Spool spool;
  private final SegmentReplays replays;
  private final UnresolvedBatches unresolved;
  private final DatabaseOutage outage;
  private final Thread thread = new Thread(this::run, "replay");
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile boolean closed;
  private boolean failing;

  /**
   * Starts replaying.
   *
   * @param unresolved batches to ask the journal about
   * @param outage ended once the database answers
   */
  SpoolReplay(
      Spool spool, SegmentReplays replays, UnresolvedBatches unresolved, DatabaseOutage outage) {
    this.spool = spool;
    this.replays = replays;
    this.unresolved = unresolved;
    this.outage = outage;
    thread.setDaemon(true);
    thread.start();
  }

  /** Stops; the next start replays the rest. */
  @Override
  public void close() {
    closed = true;
    stop.countDown();
    try {
      thread.join(LIMIT_TO_STOP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closed) {
      try {
        unresolved.resolve(replays.journal());
        replayOrProbe();
      } catch (JournalUnavailable e) {
        pause();
      } catch (IOException | RuntimeException e) { // whatever it is, the rest must be tried again
        log(e);
        pause();
      }
    }
  }

  private void replayOrProbe() throws IOException {
    Optional<Segment> oldest = spool.segments().oldest();
    if (oldest.isPresent()) {
      replay(oldest.get());
    } else {
      probe();
    }
  }

  private void replay(Segment segment) throws IOException {
    SegmentReplay replay = replays.of(segment);
    long length;
    do {
      length = replay.run();
      outage.end();
    } while (!closed && !spool.segments().release(segment, length));
    failing = false;
    LOG.info("spool: {} replayed from {}", replay.replayed(), segment.file().getFileName());
  }

  /** Checks for the database although nothing is waiting in the spool: requests may be. */
  private void probe() {
    if (outage.isUnderWay() && replays.journal().state(LIMIT_TO_ANSWER) == DatabaseState.WRITABLE) {
      outage.end();
    }
    try {
      spool.segments().awaitContent(PAUSE);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private void pause() {
    try {
      closed = stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private void log(Exception failure) {
    if (!failing) {
      failing = true;
      LOG.error("spool: ALARM, cannot replay {}; trying again", replays.folder().path(), failure);
    }
  }
}
