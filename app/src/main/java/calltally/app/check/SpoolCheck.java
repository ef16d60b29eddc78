package calltally.app.check;

import calltally.ingest.spool.SpoolUsage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * What waits for the database, and what could not be read of it.
 *
 * @param folder of the spool; need not be there
 * @param size in bytes, what may wait at most
 */
record SpoolCheck(Path folder, long size) {

  private static final String SUBJECT = "spool";

  public CheckResult result() {
    try {
      SpoolUsage usage = SpoolUsage.of(folder);
      return of(usage.waiting(), usage.damaged().size());
    } catch (IOException | UncheckedIOException e) {
      return CheckResult.failed(
          SUBJECT,
          "it could not be looked at: " + e.getMessage(),
          "run check as the user that serve runs as");
    }
  }

  /**
   * From four fifths of its size on it has failed; anything that waits is a warning.
   *
   * @param waiting in bytes
   * @param damaged files of what could not be read
   */
  CheckResult of(long waiting, long damaged) {
    if (waiting * 5 >= size * 4) {
      return CheckResult.failed(
          SUBJECT,
          "%s of %s wait for the database".formatted(ByteSize.words(waiting), ByteSize.words(size)),
          "bring the database back: what comes when it is full is lost");
    }
    if (damaged > 0) {
      return CheckResult.warning(
          SUBJECT,
          "%d files *.damaged could not be read in %s".formatted(damaged, folder),
          "keep them and look at the disk; delete them once they are of no more use");
    }
    return waiting > 0
        ? CheckResult.warning(
            SUBJECT,
            "%s wait for the database".formatted(ByteSize.words(waiting)),
            "serve stores it as soon as the database answers")
        : CheckResult.ok(SUBJECT, "nothing waits for the database");
  }
}
