package calltally.app.terminal;

import calltally.reporting.render.wording.Wording;
import calltally.sql.LocalizedText;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** What commands say, in one language: Russian where the locale asks for it, else English. */
public final class Texts {

  public static final Texts ENGLISH = of(Locale.ENGLISH);
  public static final Texts RUSSIAN = of(Locale.forLanguageTag("ru"));

  private static final String BUNDLE = "calltally.app.messages";

  private final Wording wording;

  private Texts(Wording wording) {
    this.wording = wording;
  }

  public static Texts of(Locale locale) {
    return new Texts(Wording.of(BUNDLE, locale));
  }

  /** The language itself. */
  public Locale locale() {
    return wording.locale();
  }

  /** The message in words. */
  public String text(Message message) {
    Object[] values = message.values().stream().map(this::value).toArray();
    if (message.key().isEmpty()) {
      return String.valueOf(values[0]);
    }
    return message.count() == null
        ? wording.text(message.key(), values)
        : wording.counted(message.key(), message.count(), values);
  }

  /** The text of the key, with values in the places {0}, {1}… */
  public String text(String key, Object... values) {
    return text(Message.of(key, values));
  }

  /** A date or a moment by the pattern that stands under the key. */
  public String time(String patternKey, TemporalAccessor time) {
    return DateTimeFormatter.ofPattern(wording.text(patternKey), locale()).format(time);
  }

  private Object value(Object value) {
    if (value instanceof Throwable e) {
      return ErrorMessage.of(e, this);
    }
    if (value instanceof LocalizedText text) {
      return text.in(locale());
    }
    return value instanceof Message message ? text(message) : value;
  }
}
