package calltally.ingest.spool;

import calltally.ingest.journal.Entry;
import calltally.ingest.journal.GroupCommit;
import calltally.ingest.journal.Journal;
import calltally.ingest.journal.JournalUnavailable;
import calltally.ingest.journal.Outcome;
import calltally.ingest.journal.Row;
import calltally.ingest.journal.RowRefused;
import calltally.ingest.journal.Ticket;
import calltally.ingest.metrics.Counters;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what was received: in the journal, or in the spool as long as the database does not
 * confirm.
 *
 * <p>Once it has not confirmed in time, nobody waits for it any longer until it has answered again.
 */
public final class Safekeeping implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Safekeeping.class);

  /** A commit takes milliseconds; what takes longer is safe in the spool sooner. */
  private static final Duration PATIENCE = Duration.ofMillis(600);

  /** What of the limit is left to the disk. */
  private static final Duration SPOOLING = Duration.ofMillis(400);

  private final GroupCommit commit;
  private final Spool spool;
  private final AtomicBoolean away = new AtomicBoolean();
  private final Replay replay;

  private Safekeeping(GroupCommit commit, Spool spool, SegmentReplays replays) {
    this.commit = commit;
    this.spool = spool;
    this.replay = new Replay(spool, replays, away);
  }

  /** Begins to keep, and to bring into the journal what lies in the spool. */
  public static Safekeeping open(
      Journal journal, GroupCommit commit, Spool spool, Counters counters) {
    SegmentReplays replays = new SegmentReplays(spool.segments().folder(), journal, counters);
    return new Safekeeping(commit, spool, replays);
  }

  /**
   * Keeps an entry and returns when it is safe.
   *
   * @throws RowRefused when the database refuses it
   * @throws SpoolUnavailable when neither the database nor the spool has confirmed in time
   */
  public Outcome keep(Entry entry, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    Row row = Row.of(entry);
    if (away.get()) {
      return spoolFirst(row, end);
    }
    try {
      return commit.store(row, least(PATIENCE, left(end).minus(SPOOLING)));
    } catch (JournalUnavailable e) {
      turnAway(e);
      return spool(row, e.doubt().orElse(null), left(end));
    }
  }

  /** Whether the database has not confirmed in time, and not answered since. */
  public boolean isDatabaseAway() {
    return away.get();
  }

  /** Leaves to the next start what is not yet in the journal. */
  @Override
  public void close() {
    replay.close();
    commit.close();
    spool.close();
  }

  private Outcome spoolFirst(Row row, long end) {
    try {
      return spool(row, null, left(end));
    } catch (SpoolUnavailable e) {
      return storeAfterAll(row, left(end), e);
    }
  }

  private Outcome spool(Row row, @Nullable Ticket doubt, Duration limit) {
    spool.keep(row, doubt, limit);
    return Outcome.SPOOLED;
  }

  private Outcome storeAfterAll(Row row, Duration limit, SpoolUnavailable unavailable) {
    try {
      Outcome outcome = commit.store(row, limit);
      away.set(false);
      return outcome;
    } catch (JournalUnavailable e) {
      unavailable.addSuppressed(e);
      throw unavailable;
    }
  }

  private void turnAway(JournalUnavailable failure) {
    if (away.compareAndSet(false, true)) {
      LOG.warn("the spool takes what the database does not: {}", failure.getMessage());
    }
  }

  private static Duration left(long end) {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  private static Duration least(Duration one, Duration other) {
    Duration least = one.compareTo(other) < 0 ? one : other;
    return least.isNegative() ? Duration.ZERO : least;
  }
}
