package calltally.sql.backup;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The latest backup of a data folder, as recorded in the folder itself.
 *
 * @param at when it was complete
 * @param file where it was written; it may have been moved since
 * @param isEncrypted whether it needs a passphrase
 */
public record LastBackup(Instant at, Path file, boolean isEncrypted) {

  private static final String NAME = "last-backup";
  private static final String ENCRYPTED = "encrypted ";

  /** The recorded backup; empty when there is none or its record is unreadable. */
  public static Optional<LastBackup> of(Path data) throws IOException {
    try {
      String[] words = Files.readString(data.resolve(NAME)).strip().split(" ", 2);
      return words.length < 2
          ? Optional.empty()
          : Optional.of(recorded(Instant.parse(words[0]), words[1]));
    } catch (NoSuchFileException
        | CharacterCodingException
        | DateTimeException
        | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Records it in the folder, replacing the previous record. */
  public void keepIn(Path data) throws IOException {
    Files.writeString(data.resolve(NAME), at + " " + (isEncrypted ? ENCRYPTED : "") + file + "\n");
  }

  private static LastBackup recorded(Instant at, String text) {
    boolean isEncrypted = text.startsWith(ENCRYPTED);
    return new LastBackup(
        at, Path.of(isEncrypted ? text.substring(ENCRYPTED.length()) : text), isEncrypted);
  }
}
