package calltally.app.check;

import calltally.app.terminal.Message;
import calltally.sql.backup.LastBackup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** How old the latest backup of a data folder with its embedded database is. */
record BackupCheck(Path data, InstantSource clock) {

  private static final CheckSubject SUBJECT = CheckSubject.BACKUP;
  private static final Duration OLD = Duration.ofDays(8);
  private static final Message ADVICE = Message.of("check.backup.advice");

  /** Of a database that is not embedded. */
  public static CheckResult ofElsewhere() {
    return CheckResult.ok(SUBJECT, Message.of("check.backup.elsewhere"));
  }

  public CheckResult result() {
    try {
      return of(LastBackup.of(data));
    } catch (IOException e) {
      return CheckResult.failed(
          SUBJECT,
          Message.of("check.backup.unreadable", data.toString(), String.valueOf(e.getMessage())),
          Message.of("check.as_service"));
    }
  }

  /** None, or one that is older than 8 days, is a warning. */
  CheckResult of(Optional<LastBackup> last) {
    if (last.isEmpty()) {
      return CheckResult.warning(SUBJECT, Message.of("check.backup.none"), ADVICE);
    }
    Duration age = Duration.between(last.get().at(), clock.instant());
    Message finding =
        Message.of(
            last.get().isEncrypted() ? "check.backup.encrypted" : "check.backup.last",
            RelativeTime.words(age),
            last.get().file().toString());
    return age.compareTo(OLD) > 0
        ? CheckResult.warning(SUBJECT, finding, ADVICE)
        : CheckResult.ok(SUBJECT, finding);
  }
}
