package calltally.app.check;

import calltally.sql.backup.LastBackup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** How old the latest backup of a data folder with its embedded database is. */
record BackupCheck(Path data, InstantSource clock) {

  private static final String SUBJECT = "backup";
  private static final Duration OLD = Duration.ofDays(8);
  private static final String ADVICE =
      "calltally backup FILE takes one, also while serve runs: let it do so every night";

  /** Of a database that is not embedded. */
  public static CheckResult ofElsewhere() {
    return CheckResult.ok(
        SUBJECT, "whoever runs the database takes it: nothing is known of it here");
  }

  public CheckResult result() {
    try {
      return of(LastBackup.of(data));
    } catch (IOException e) {
      return CheckResult.failed(
          SUBJECT,
          "the latest could not be looked for: " + e.getMessage(),
          "run check as the user that serve runs as");
    }
  }

  /** None, or one that is older than 8 days, is a warning. */
  CheckResult of(Optional<LastBackup> last) {
    if (last.isEmpty()) {
      return CheckResult.warning(SUBJECT, "none was taken yet", ADVICE);
    }
    Duration age = Duration.between(last.get().at(), clock.instant());
    String sentence =
        "the latest was taken %s: %s".formatted(RelativeTime.words(age), last.get().file());
    return age.compareTo(OLD) > 0
        ? CheckResult.warning(SUBJECT, sentence, ADVICE)
        : CheckResult.ok(SUBJECT, sentence);
  }
}
