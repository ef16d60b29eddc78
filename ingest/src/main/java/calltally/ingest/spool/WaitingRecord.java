package calltally.ingest.spool;

import calltally.ingest.request.Bytes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A record waiting to be written.
 *
 * @param written completes once the record is fsynced
 * @param taken whether it is decided if the record will be written
 */
record WaitingRecord(Bytes content, CompletableFuture<Void> written, AtomicBoolean taken) {

  WaitingRecord(Bytes content) {
    this(content, new CompletableFuture<>(), new AtomicBoolean());
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
