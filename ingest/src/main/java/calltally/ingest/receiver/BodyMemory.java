package calltally.ingest.receiver;

import java.util.concurrent.atomic.AtomicLong;

/** The memory shared by the bodies of all requests under way. */
final class BodyMemory {

  private final long size;
  private final AtomicLong taken = new AtomicLong();

  BodyMemory(long size) {
    this.size = size;
  }

  /** Reserves bytes; false when not enough are left. */
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
