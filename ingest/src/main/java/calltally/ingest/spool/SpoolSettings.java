package calltally.ingest.spool;

import java.nio.file.Path;

/**
 * Where notifications wait while the database is away.
 *
 * @param folder of one receiver alone
 * @param size bytes of all its files together, at most
 */
public record SpoolSettings(Path folder, long size) {

  private static final long SMALLEST = 1 << 20;

  public SpoolSettings {
    if (size < SMALLEST) {
      throw new IllegalArgumentException(
          "spool could not be set up: it has at least 1 MiB, was %d bytes".formatted(size));
    }
  }

  /** Small enough to be read at once, and to be given back soon after it was replayed. */
  long segmentSize() {
    return Math.min(8 << 20, size / 4);
  }
}
