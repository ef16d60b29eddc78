package calltally.app.check;

import calltally.app.terminal.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether the disk of the data folder has room.
 *
 * @param spool in bytes, what the spool may take of it
 */
record DiskCheck(Path data, long spool) {

  private static final CheckSubject SUBJECT = CheckSubject.DISK;
  private static final long MEBIBYTE = 1L << 20;
  private static final long ENOUGH = 1024 * MEBIBYTE;
  private static final long LEAST = 100 * MEBIBYTE;
  private static final Message ADVICE = Message.of("check.disk.full");

  public CheckResult result() {
    try {
      return of(Files.getFileStore(existing()).getUsableSpace());
    } catch (IOException e) {
      return CheckResult.failed(
          SUBJECT,
          Message.of("check.disk.unreadable", data.toString(), String.valueOf(e.getMessage())),
          Message.of("check.disk.unreadable.advice"));
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
    Message finding = Message.of("check.disk.free", ByteSize.words(free), data.toString());
    if (free < LEAST) {
      return CheckResult.failed(SUBJECT, finding, ADVICE);
    }
    if (free < spool) {
      return CheckResult.warning(
          SUBJECT,
          Message.of("check.disk.free_for_spool", finding, ByteSize.words(spool)),
          Message.of("check.disk.free_for_spool.advice"));
    }
    return free < ENOUGH
        ? CheckResult.warning(SUBJECT, finding, ADVICE)
        : CheckResult.ok(SUBJECT, finding);
  }
}
