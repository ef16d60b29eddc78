package calltally.sql.embedded;

import calltally.sql.LocalizedException;
import calltally.sql.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL cannot be opened or stopped; the message says what to do. */
public class ClusterUnavailable extends LocalizedException {

  private static final long serialVersionUID = 1;

  /**
   * Explained by a text of the bundle.
   *
   * @param key of the text
   * @param values in its places {0}, {1}…
   */
  ClusterUnavailable(String key, Object... values) {
    this(null, key, values);
  }

  ClusterUnavailable(@Nullable Throwable cause, String key, Object... values) {
    super(LocalizedText.of("calltally.sql.embedded", key, values), cause);
  }
}
