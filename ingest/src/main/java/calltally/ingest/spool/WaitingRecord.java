package calltally.ingest.spool;

import calltally.ingest.journal.QueuedRow;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A record waiting to be written. */
final class WaitingRecord implements QueuedRow {

  private final SpoolRecord content;
  private final CompletableFuture<Void> written = new CompletableFuture<>();

  /** Whether it is decided if the record will be written. */
  private final AtomicBoolean taken = new AtomicBoolean();

  WaitingRecord(SpoolRecord content) {
    this.content = content;
  }

  SpoolRecord content() {
    return content;
  }

  /** Completes once the record is fsynced. */
  CompletableFuture<Void> written() {
    return written;
  }

  @Override
  public String source() {
    return content.row().source();
  }

  @Override
  public int length() {
    return content.row().length();
  }

  /** True once: for the writer, or before that for a sender that waits no longer. */
  boolean take() {
    return taken.compareAndSet(false, true);
  }

  /** Gives the record up; whether it will be written nonetheless, known at the latest then. */
  CompletableFuture<Boolean> abandon() {
    return take()
        ? CompletableFuture.completedFuture(false)
        : written.handle((done, failure) -> failure == null);
  }
}
