package calltally.ingest.spool;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * The room that is left in the spool, while the records of a batch take it.
 *
 * <p>A source gets no more than nine times what it leaves free, so that there is always some for
 * the others.
 */
final class SpoolRoom {

  private static final int SHARE = 9;

  private final Map<String, Long> bySource = new HashMap<>();
  private final ToLongFunction<String> occupied;
  private long free;

  /**
   * The room at this moment.
   *
   * @param free bytes that the spool may still take
   * @param occupied bytes of a source that are in the spool
   */
  SpoolRoom(long free, ToLongFunction<String> occupied) {
    this.free = free;
    this.occupied = occupied;
  }

  /** Takes the room for an entry; says why not when there is none for its source. */
  Optional<SpoolUnavailable> take(SpoolEntry entry) {
    String source = entry.source();
    int length = entry.length();
    long before = bySource.computeIfAbsent(source, occupied::applyAsLong);
    if (before + length <= SHARE * (free - length)) {
      bySource.put(source, before + length);
      free -= length;
      return Optional.empty();
    }
    return Optional.of(
        before == 0
            ? new SpoolUnavailable("it is full (was %d bytes free)".formatted(free), null)
            : SpoolUnavailable.overQuota(source, before));
  }
}
