package calltally.sql.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The latest backup of a data folder, as the folder itself remembers it.
 *
 * @param at when it was complete
 * @param file where it was written; it may have been taken elsewhere since
 */
public record LastBackup(Instant at, Path file) {

  private static final String NAME = "last-backup";

  /** None when none was taken, or nothing legible is known of one. */
  public static Optional<LastBackup> of(Path data) throws IOException {
    try {
      String[] words = Files.readString(data.resolve(NAME)).strip().split(" ", 2);
      return words.length < 2
          ? Optional.empty()
          : Optional.of(new LastBackup(Instant.parse(words[0]), Path.of(words[1])));
    } catch (NoSuchFileException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Lets the folder remember it instead of the one before. */
  public void keepIn(Path data) throws IOException {
    Files.writeString(data.resolve(NAME), at + " " + file + "\n");
  }
}
