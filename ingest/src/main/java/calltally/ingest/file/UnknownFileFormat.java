package calltally.ingest.file;

import calltally.sql.LocalizedException;
import calltally.sql.LocalizedText;

/** Says that a file's format is unknown; nothing of the file was stored. */
public final class UnknownFileFormat extends LocalizedException {

  private static final long serialVersionUID = 1L;

  UnknownFileFormat(String key, Object... values) {
    super(LocalizedText.of("calltally.ingest.file", key, values));
  }
}
