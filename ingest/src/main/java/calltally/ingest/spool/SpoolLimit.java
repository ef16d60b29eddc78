package calltally.ingest.spool;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses what would exceed the spool's size; logs once when it is nearly full.
 *
 * <p>Not thread-safe: the segments' lock guards it.
 */
final class SpoolLimit {

  private static final Logger LOG = LoggerFactory.getLogger(SpoolLimit.class);

  private final long size;
  private boolean warned;

  SpoolLimit(long size) {
    this.size = size;
  }

  /**
   * Checks the length that the spool is about to have.
   *
   * @throws IOException when it would exceed its size
   */
  void requireRoomFor(long length) throws IOException {
    if (length > size) {
      throw new IOException("the spool must not exceed %d bytes (was %d)".formatted(size, length));
    }
    boolean isNearlyFull = length > size / 5 * 4;
    if (isNearlyFull && !warned) {
      LOG.error("spool: ALARM, four fifths of its {} bytes are in use", size);
    }
    warned = isNearlyFull;
  }
}
