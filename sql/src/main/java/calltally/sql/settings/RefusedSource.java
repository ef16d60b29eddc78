package calltally.sql.settings;

import calltally.sql.LocalizedException;
import calltally.sql.LocalizedText;

/** A source or one of its keys cannot be found, added or removed. */
final class RefusedSource extends LocalizedException {

  private static final long serialVersionUID = 1;

  RefusedSource(String key, Object... values) {
    super(LocalizedText.of("calltally.sql", key, values));
  }
}
