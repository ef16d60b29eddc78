package calltally.sql.backup;

import calltally.sql.LocalizedException;
import calltally.sql.LocalizedText;

/** A backup or a restore failed; the message says what to do. */
public final class BackupFailed extends LocalizedException {

  private static final long serialVersionUID = 1;

  /**
   * Explained by a text of the bundle.
   *
   * @param key of the text
   * @param values in its places {0}, {1}…
   */
  BackupFailed(String key, Object... values) {
    super(text(key, values));
  }

  BackupFailed(Throwable cause, String key, Object... values) {
    super(text(key, values), cause);
  }

  static LocalizedText text(String key, Object... values) {
    return LocalizedText.of("calltally.sql.backup", key, values);
  }
}
