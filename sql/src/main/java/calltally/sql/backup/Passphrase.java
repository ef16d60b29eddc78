package calltally.sql.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.sql.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a backup is encrypted with.
 *
 * @param text long enough that nobody can try all of them
 */
public record Passphrase(String text) {

  private static final int LEAST = 16;

  /**
   * The first line of a file.
   *
   * @throws BackupFailed when the file is unreadable, or the line is short
   */
  public static Passphrase in(Path file) {
    String line;
    try {
      line = Files.readString(file, UTF_8).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new BackupFailed(e, "passphrase_file", FileFailure.reason(e, file.toString()), file);
    }
    if (line.length() < LEAST) {
      throw new BackupFailed("passphrase_short", LEAST, file);
    }
    return new Passphrase(line);
  }

  /** Without the text. */
  @Override
  public String toString() {
    return "passphrase";
  }
}
