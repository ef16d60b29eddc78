package calltally.ingest.receiver;

import java.util.concurrent.atomic.AtomicLong;

/** Memory for the bodies of all requests that are under way together. */
final class BodyMemory {

  private final long size;
  private final AtomicLong taken = new AtomicLong();

  BodyMemory(long size) {
    this.size = size;
  }

  /** Takes so many bytes; false when there are not so many. */
  boolean take(int bytes) {
    boolean fits = taken.addAndGet(bytes) <= size;
    if (!fits) {
      taken.addAndGet(-bytes);
    }
    return fits;
  }

  void giveBack(long bytes) {
    taken.addAndGet(-bytes);
  }
}
