package calltally.ingest.file.line;

import calltally.sql.LocalizedText;

/**
 * What a user must know about a file beyond its lines.
 *
 * @param weight what it means for the import
 */
public record FileNotice(LocalizedText text, Weight weight) {

  /** What a notice means for the import. */
  public enum Weight {
    /** Nothing is wrong: what files of this kind say, and how it was read. */
    INFORMATION,
    /** Somebody should look at the file. */
    DOUBT,
    /** A part of the file was not read. */
    UNREAD
  }

  public static FileNotice of(String key, Object... values) {
    return new FileNotice(LocalizedText.of(SomeLines.TEXTS, key, values), Weight.DOUBT);
  }

  public static FileNotice information(String key, Object... values) {
    return new FileNotice(LocalizedText.of(SomeLines.TEXTS, key, values), Weight.INFORMATION);
  }

  public static FileNotice unread(String key, Object... values) {
    return new FileNotice(LocalizedText.of(SomeLines.TEXTS, key, values), Weight.UNREAD);
  }

  public boolean isUnread() {
    return weight == Weight.UNREAD;
  }

  public boolean isInformation() {
    return weight == Weight.INFORMATION;
  }
}
