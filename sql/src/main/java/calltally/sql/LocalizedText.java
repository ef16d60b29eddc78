package calltally.sql;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A sentence for the user before translation.
 *
 * @param bundle its texts in English and Russian
 * @param key of the text
 * @param values texts and other sentences, in the places {0}, {1}…
 */
public record LocalizedText(String bundle, String key, List<Object> values) {

  public LocalizedText {
    values = List.copyOf(values);
  }

  /**
   * A sentence of the bundle {@code messages} in a package.
   *
   * @param values ports, counts and process ids are written without grouping
   */
  public static LocalizedText of(String packageName, String key, Object... values) {
    return new LocalizedText(
        packageName + ".messages",
        key,
        Arrays.stream(values)
            .map(value -> value instanceof LocalizedText ? value : String.valueOf(value))
            .toList());
  }

  /** The sentence in a language: English or Russian. */
  public String in(Locale language) {
    String pattern = ResourceBundle.getBundle(bundle, language).getString(key);
    return new MessageFormat(pattern, language).format(values(language));
  }

  private Object[] values(Locale language) {
    return values.stream()
        .map(value -> value instanceof LocalizedText text ? text.in(language) : value)
        .toArray();
  }
}
