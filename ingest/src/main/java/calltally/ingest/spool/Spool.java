package calltally.ingest.spool;

import calltally.ingest.journal.AsyncCause;
import calltally.ingest.journal.BatchId;
import calltally.ingest.journal.Bounds;
import calltally.ingest.journal.FairQueue;
import calltally.ingest.journal.JournalRow;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that hold rows while the database is away.
 *
 * <p>Rows that arrive during an fsync are written together by the next write, which takes equally
 * much of each source.
 */
public final class Spool implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

  /** As much as the bodies of all requests under way may occupy. */
  private static final Bounds QUEUE = new Bounds(10_000, 48 << 20);

  /** Small, so that no fsync takes long. */
  private static final Bounds BATCH = new Bounds(1000, 4 << 20);

  private static final Duration LIMIT_TO_STOP = Duration.ofSeconds(1);

  private final Segments segments;
  private final FairQueue<WaitingRecord> waiting = new FairQueue<>(QUEUE);
  private final Thread writer = new Thread(this::write, "spool");
  private final QuotaLog quotas = new QuotaLog();
  private volatile boolean failing;

  private Spool(Segments segments) {
    this.segments = segments;
  }

  /**
   * Opens the spool, with everything that earlier runs left in it.
   *
   * @throws SpoolUnavailable when another receiver uses the folder, or it is not writable
   */
  public static Spool open(SpoolSettings settings) {
    try {
      Spool spool = new Spool(Segments.open(settings));
      spool.writer.setDaemon(true);
      spool.writer.start();
      return spool;
    } catch (IOException e) {
      throw new SpoolUnavailable(SpoolUnavailable.text("unwritable", settings.folder()), e);
    }
  }

  /**
   * Writes a row; completes once it is fsynced. Fails with {@link SpoolUnavailable} when the spool
   * is full or the disk did not confirm within the limit; then the row is not written later either,
   * unless the disk was already at it.
   *
   * @param doubt the batch that may have stored the row in the database already; null for none
   */
  public CompletableFuture<Void> keep(JournalRow row, @Nullable BatchId doubt, Duration limit) {
    WaitingRecord waitingRecord = new WaitingRecord(new SpoolRecord(row, doubt));
    waiting.add(waitingRecord).forEach(this::refuse);
    return waitingRecord
        .written()
        .copy()
        .orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS)
        .exceptionallyCompose(
            failure ->
                CompletableFuture.failedFuture(explained(AsyncCause.of(failure), waitingRecord)));
  }

  private void refuse(WaitingRecord refused) {
    String rule =
        waiting.isClosed()
            ? "the program is stopping"
            : "at most %d rows of %d characters in total may wait"
                .formatted(QUEUE.rows(), QUEUE.characters());
    if (refused.take()) {
      refused.written().completeExceptionally(new SpoolUnavailable(rule, null));
    }
  }

  public boolean isEmpty() {
    return segments.oldest().isEmpty();
  }

  /** The total size of its files, in bytes. */
  public long length() {
    return segments.length();
  }

  /** Whether the last write failed. */
  public boolean isFailing() {
    return failing;
  }

  Segments segments() {
    return segments;
  }

  /** Writes the rows that are waiting, and unlocks the folder. */
  @Override
  public void close() {
    waiting.close();
    try {
      writer.join(LIMIT_TO_STOP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    segments.close();
  }

  private SpoolUnavailable explained(Throwable failure, WaitingRecord waitingRecord) {
    if (failure instanceof SpoolUnavailable refused) {
      return refused;
    }
    String place = " (was " + segments.folder().path() + ")";
    if (!(failure instanceof TimeoutException)) {
      return new SpoolUnavailable("the disk did not accept them" + place, failure);
    }
    CompletableFuture<Boolean> keptAfterAll = waitingRecord.abandon();
    waiting.withdraw(waitingRecord);
    return new SpoolUnavailable("the disk did not confirm in time" + place, failure, keptAfterAll);
  }

  private void write() {
    try {
      List<WaitingRecord> batch = waiting.take(BATCH);
      while (!batch.isEmpty()) {
        batch.removeIf(next -> !next.take());
        write(batch);
        batch = waiting.take(BATCH);
      }
    } catch (InterruptedException e) {
      LOG.debug("spool: the program is stopping");
    }
  }

  /** Writes what there is room for; the other rows fail, each for itself. */
  private void write(List<WaitingRecord> batch) {
    SpoolRoom room = segments.room();
    Map<WaitingRecord, SpoolEntry> fitting = new LinkedHashMap<>();
    for (WaitingRecord next : batch) {
      SpoolEntry entry = next.content().toEntry();
      Optional<SpoolUnavailable> refusal = room.take(entry);
      refusal.ifPresentOrElse(
          next.written()::completeExceptionally, () -> fitting.put(next, entry));
      quotas.log(entry.source(), refusal);
    }
    if (!fitting.isEmpty()) {
      write(fitting);
    }
  }

  private void write(Map<WaitingRecord, SpoolEntry> fitting) {
    Optional<Exception> failure = failure(List.copyOf(fitting.values()));
    for (WaitingRecord waitingRecord : fitting.keySet()) {
      failure.ifPresentOrElse(
          waitingRecord.written()::completeExceptionally,
          () -> waitingRecord.written().complete(null));
    }
    log(failure);
  }

  private Optional<Exception> failure(List<SpoolEntry> entries) {
    try {
      segments.append(entries);
      return Optional.empty();
    } catch (IOException | RuntimeException e) { // whatever it is, the next write must be tried
      return Optional.of(e);
    }
  }

  /** Logs each change once: somebody must be woken up for this. */
  private void log(Optional<Exception> failure) {
    if (failure.isPresent() && !failing) {
      LOG.error(
          "spool: ALARM, notifications are lost while the database is away:"
              + " cannot write to {} (was {})",
          segments.folder().path(),
          failure.get().toString());
    } else if (failure.isEmpty() && failing) {
      LOG.warn("spool: writing works again");
    }
    failing = failure.isPresent();
  }
}
