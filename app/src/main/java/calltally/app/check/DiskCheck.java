package calltally.app.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether the disk of the data folder has room.
 *
 * @param spool in bytes, what the spool may take of it
 */
record DiskCheck(Path data, long spool) {

  private static final String SUBJECT = "disk";
  private static final long MEBIBYTE = 1L << 20;
  private static final long ENOUGH = 1024 * MEBIBYTE;
  private static final long LEAST = 100 * MEBIBYTE;
  private static final String ADVICE = "make room: a full disk stops the receiver";

  public CheckResult result() {
    try {
      return of(Files.getFileStore(existing()).getUsableSpace());
    } catch (IOException e) {
      return CheckResult.failed(
          SUBJECT,
          "the data folder could not be looked at: " + e.getMessage(),
          "see that its path exists and may be read");
    }
  }

  /** The folder itself, or the one that it would be created in. */
  private Path existing() {
    Path folder = data.toAbsolutePath();
    while (!Files.exists(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** Below 1 GiB, or below what the spool may take, is a warning, below 100 MiB has failed. */
  CheckResult of(long free) {
    String sentence = "%s free for %s".formatted(ByteSize.words(free), data);
    if (free < LEAST) {
      return CheckResult.failed(SUBJECT, sentence, ADVICE);
    }
    if (free < spool) {
      return CheckResult.warning(
          SUBJECT,
          sentence + ", the spool alone may take " + ByteSize.words(spool),
          "make room or set a smaller spool.size");
    }
    return free < ENOUGH
        ? CheckResult.warning(SUBJECT, sentence, ADVICE)
        : CheckResult.ok(SUBJECT, sentence);
  }
}
