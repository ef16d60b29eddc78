package calltally.sql.embedded;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL cannot be opened or stopped; the message says what to do. */
public class ClusterUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1;
  private static final String BUNDLE = "calltally.sql.embedded.messages";

  private final String key;
  private final String[] values;

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
    super(text(Locale.ENGLISH, key, words(values)), cause);
    this.key = key;
    this.values = words(values);
  }

  /** The message in a language: English or Russian. */
  public final String text(Locale language) {
    return text(language, key, values);
  }

  private static String text(Locale language, String key, String... values) {
    String pattern = ResourceBundle.getBundle(BUNDLE, language).getString(key);
    return new MessageFormat(pattern, language).format(values);
  }

  /** Ports and process ids are no quantities: without grouping. */
  private static String[] words(Object... values) {
    return Arrays.stream(values).map(String::valueOf).toArray(String[]::new);
  }
}
