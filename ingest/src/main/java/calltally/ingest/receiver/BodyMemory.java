package calltally.ingest.receiver;

import java.util.HashMap;
import java.util.Map;

/**
 * The memory shared by the bodies of all requests under way.
 *
 * <p>A source gets no more than three times what it leaves free, so that there is always some for
 * the others.
 */
final class BodyMemory {

  private static final int SHARE = 3;

  private final long size;
  private final Map<String, Long> takenBySource = new HashMap<>();
  private long taken;

  BodyMemory(long size) {
    this.size = size;
  }

  /** Reserves bytes for a source; false when there are not enough for it. */
  synchronized boolean take(String source, long bytes) {
    long own = takenBySource.getOrDefault(source, 0L) + bytes;
    boolean fits = own <= SHARE * (size - taken - bytes);
    if (fits) {
      takenBySource.put(source, own);
      taken += bytes;
    }
    return fits;
  }

  synchronized void giveBack(String source, long bytes) {
    long own = takenBySource.getOrDefault(source, 0L) - bytes;
    if (own > 0) {
      takenBySource.put(source, own);
    } else {
      takenBySource.remove(source);
    }
    taken -= bytes;
  }
}
