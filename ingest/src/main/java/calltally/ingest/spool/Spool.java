package calltally.ingest.spool;

import calltally.ingest.journal.BatchId;
import calltally.ingest.journal.JournalRow;
import calltally.ingest.request.Bytes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that keep rows while the database is away.
 *
 * <p>Rows that arrive while others are made safe are written together by the next write.
 */
public final class Spool implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
  private static final int QUEUE = 10_000;
  private static final int BATCH = 1000;
  private static final Duration LIMIT_TO_STOP = Duration.ofSeconds(1);
  private static final WaitingRecord END =
      new WaitingRecord(Bytes.NONE, CompletableFuture.completedFuture(null));

  private final Segments segments;
  private final BlockingQueue<WaitingRecord> waiting = new LinkedBlockingQueue<>(QUEUE);
  private final Thread writer = new Thread(this::write, "spool");
  private volatile boolean closed;
  private volatile boolean failing;

  private Spool(Segments segments) {
    this.segments = segments;
  }

  /**
   * Opens the spool with all that earlier runs have left in it.
   *
   * @throws SpoolUnavailable when another receiver has the folder, or it cannot be used
   */
  public static Spool open(SpoolSettings settings) {
    try {
      Spool spool = new Spool(Segments.open(settings));
      spool.writer.setDaemon(true);
      spool.writer.start();
      return spool;
    } catch (IOException e) {
      throw new SpoolUnavailable("its folder has to be writable, was " + settings.folder(), e);
    }
  }

  /**
   * Keeps a row; completes once it is fsynced. Fails with {@link SpoolUnavailable} when it is full,
   * or the disk did not confirm within the limit.
   *
   * @param doubt the batch that may have brought it into the database already; null when none may
   */
  public CompletableFuture<Void> keep(JournalRow row, @Nullable BatchId doubt, Duration limit) {
    WaitingRecord waitingRecord =
        new WaitingRecord(
            Bytes.of(new SpoolRecord(row, doubt).toBytes()), new CompletableFuture<>());
    if (closed || !waiting.offer(waitingRecord)) {
      return CompletableFuture.failedFuture(
          new SpoolUnavailable(
              closed ? "the program is stopping" : "at most " + QUEUE + " may wait", null));
    }
    return waitingRecord
        .written()
        .orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS)
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(explained(failure)));
  }

  /** Whether nothing waits for the database. */
  public boolean isEmpty() {
    return segments.oldest().isEmpty();
  }

  /** Bytes of its files. */
  public long length() {
    return segments.length();
  }

  /** Whether the last row that was to be kept could not be. */
  public boolean isFailing() {
    return failing;
  }

  Segments segments() {
    return segments;
  }

  /** Makes safe what waits, and leaves the folder. */
  @Override
  public void close() {
    closed = true;
    boolean unused = waiting.offer(END);
    try {
      writer.join(LIMIT_TO_STOP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    segments.close();
  }

  private static SpoolUnavailable explained(Throwable failure) {
    return new SpoolUnavailable(
        failure instanceof TimeoutException
            ? "the disk has to confirm in time"
            : "the disk has to take them",
        failure);
  }

  private void write() {
    try {
      while (!closed || !waiting.isEmpty()) {
        List<WaitingRecord> batch = new ArrayList<>(List.of(waiting.take()));
        waiting.drainTo(batch, BATCH);
        batch.remove(END);
        if (!batch.isEmpty()) {
          write(batch);
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("spool: the program is stopping");
    }
  }

  private void write(List<WaitingRecord> batch) {
    List<byte[]> contents = batch.stream().map(next -> next.content().toArray()).toList();
    Optional<Exception> failure = failure(contents);
    for (WaitingRecord waitingRecord : batch) {
      failure.ifPresentOrElse(
          waitingRecord.written()::completeExceptionally,
          () -> waitingRecord.written().complete(null));
    }
    tell(failure);
  }

  private Optional<Exception> failure(List<byte[]> contents) {
    try {
      segments.append(contents);
      return Optional.empty();
    } catch (IOException | RuntimeException e) { // whatever it is, the next write has to be tried
      return Optional.of(e);
    }
  }

  /** Once for each change: somebody must be woken up for this. */
  private void tell(Optional<Exception> failure) {
    if (failure.isPresent() && !failing) {
      LOG.error(
          "spool: ALARM, notifications that the database does not take are lost: {}",
          failure.get().getMessage());
    } else if (failure.isEmpty() && failing) {
      LOG.warn("spool: takes notifications again");
    }
    failing = failure.isPresent();
  }
}
