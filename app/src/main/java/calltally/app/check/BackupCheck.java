package calltally.app.check;

import calltally.sql.backup.LastBackup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** How old the latest backup of a data folder with its embedded database is. */
public record BackupCheck(Path data, InstantSource clock) {

  private static final String SUBJECT = "backup";
  private static final Duration OLD = Duration.ofDays(8);
  private static final String ADVICE =
      "calltally backup FILE takes one, also while serve runs: let it do so every night";

  /** Of a database that is not embedded. */
  public static Finding ofElsewhere() {
    return Finding.ok(SUBJECT, "whoever runs the database takes it: nothing is known of it here");
  }

  public Finding finding() {
    try {
      return of(LastBackup.of(data));
    } catch (IOException e) {
      return Finding.failed(
          SUBJECT,
          "the latest could not be looked for: " + e.getMessage(),
          "run check as the user that serve runs as");
    }
  }

  /** None, or one that is older than 8 days, is a warning. */
  Finding of(Optional<LastBackup> last) {
    if (last.isEmpty()) {
      return Finding.warning(SUBJECT, "none was taken yet", ADVICE);
    }
    Duration age = Duration.between(last.get().at(), clock.instant());
    String sentence = "the latest was taken %s: %s".formatted(Ago.words(age), last.get().file());
    return age.compareTo(OLD) > 0
        ? Finding.warning(SUBJECT, sentence, ADVICE)
        : Finding.ok(SUBJECT, sentence);
  }
}
