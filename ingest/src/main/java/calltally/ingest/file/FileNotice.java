package calltally.ingest.file;

import calltally.sql.LocalizedText;

/**
 * What a user must know about a file beyond its lines.
 *
 * @param isUnread whether a part of the file was not read
 */
public record FileNotice(LocalizedText text, boolean isUnread) {

  static FileNotice of(String key, Object... values) {
    return new FileNotice(LocalizedText.of("calltally.ingest.file", key, values), false);
  }

  static FileNotice unread(String key, Object... values) {
    return new FileNotice(LocalizedText.of("calltally.ingest.file", key, values), true);
  }
}
