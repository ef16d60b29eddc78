package calltally.reporting.render;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of a report in one language: English, or Russian where the locale asks for it. */
final class Wording {

  private final Locale locale;
  private final ResourceBundle bundle;
  private final Notation notation;

  private Wording(Locale locale, ResourceBundle bundle) {
    this.locale = locale;
    this.bundle = bundle;
    this.notation = new Notation(locale, bundle);
  }

  static Wording of(String bundle, Locale asked) {
    Locale locale = asked.getLanguage().equals("ru") ? Locale.forLanguageTag("ru") : Locale.ENGLISH;
    return new Wording(locale, ResourceBundle.getBundle(bundle, locale));
  }

  Locale locale() {
    return locale;
  }

  ResourceBundle bundle() {
    return bundle;
  }

  Notation notation() {
    return notation;
  }

  /** The text of the key, with values in the places {0}, {1}… */
  String text(String key, Object... values) {
    return fill(bundle.getString(key), values);
  }

  /** The text of the key in the form that the count asks for; the count itself is {0}. */
  String counted(String key, int count, Object... more) {
    PluralForm form = PluralForm.of(count, locale);
    Object[] values = new Object[more.length + 1];
    values[0] = notation.count(count);
    System.arraycopy(more, 0, values, 1, more.length);
    return fill(bundle.getString(key + "." + form.name().toLowerCase(Locale.ROOT)), values);
  }

  private String fill(String pattern, Object... values) {
    return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
  }
}
