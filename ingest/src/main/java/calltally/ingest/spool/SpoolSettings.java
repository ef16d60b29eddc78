package calltally.ingest.spool;

import java.nio.file.Path;

/**
 * Where notifications wait while the database is away.
 *
 * @param folder used by one receiver only
 * @param size upper bound of all its files together, in bytes
 */
public record SpoolSettings(Path folder, long size) {

  private static final long SMALLEST = 1 << 20;

  public SpoolSettings {
    if (size < SMALLEST) {
      throw new IllegalArgumentException(
          "cannot set up the spool: its size must be 1 MiB or more (was %d bytes)".formatted(size));
    }
  }

  /** Small enough to be read at once, and to be freed soon after its replay. */
  long segmentSize() {
    return Math.min(8 << 20, size / 4);
  }
}
