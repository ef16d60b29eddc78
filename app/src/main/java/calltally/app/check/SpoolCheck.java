package calltally.app.check;

import calltally.app.terminal.Message;
import calltally.ingest.spool.SpoolUsage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * What waits for the database, and files of it that could not be read.
 *
 * @param folder of the spool; need not exist
 * @param size in bytes, what may wait at most
 */
record SpoolCheck(Path folder, long size) {

  private static final CheckSubject SUBJECT = CheckSubject.SPOOL;

  public CheckResult result() {
    try {
      SpoolUsage usage = SpoolUsage.of(folder);
      return of(usage.waiting(), usage.damaged().size());
    } catch (IOException | UncheckedIOException e) {
      return CheckResult.failed(
          SUBJECT,
          Message.of("check.spool.unreadable", folder.toString(), String.valueOf(e.getMessage())),
          Message.of("check.as_service"));
    }
  }

  /**
   * Four fifths of its size or more has failed; anything that waits is a warning.
   *
   * @param waiting in bytes
   * @param damaged files of what could not be read
   */
  CheckResult of(long waiting, int damaged) {
    if (waiting * 5 >= size * 4) {
      return CheckResult.failed(
          SUBJECT,
          Message.of("check.spool.full", ByteSize.words(waiting), ByteSize.words(size)),
          Message.of("check.spool.full.advice"));
    }
    if (damaged > 0) {
      return CheckResult.warning(
          SUBJECT,
          Message.counted("check.spool.damaged", damaged, folder.toString()),
          Message.of("check.spool.damaged.advice"));
    }
    return waiting > 0
        ? CheckResult.warning(
            SUBJECT,
            Message.of("check.spool.waiting", ByteSize.words(waiting)),
            Message.of("check.spool.waiting.advice"))
        : CheckResult.ok(SUBJECT, Message.of("check.spool.empty"));
  }
}
