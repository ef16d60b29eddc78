package calltally.web.http;

import calltally.reporting.render.wording.Wording;
import calltally.web.user.User;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts of the page in one language. */
public final class PageTexts {

  private static final String BUNDLE = "calltally.web.messages";
  private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.forLanguageTag("ru"));

  private final Wording wording;

  private PageTexts(Locale locale) {
    this.wording = Wording.of(BUNDLE, locale);
  }

  /** Texts in the user's language, or the one that the browser prefers. */
  public static PageTexts of(@Nullable User user, PageRequest request) {
    Locale language = user == null ? null : user.language();
    return in(language == null ? preferred(request.hints().acceptLanguage()) : language);
  }

  public static PageTexts in(Locale locale) {
    return new PageTexts(locale);
  }

  private static Locale preferred(@Nullable String header) {
    if (header == null) {
      return Locale.ENGLISH;
    }
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
      return found == null ? Locale.ENGLISH : found;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // The latter is what Java makes of a hyphen alone.
      return Locale.ENGLISH;
    }
  }

  public Locale locale() {
    return wording.locale();
  }

  /** The value of the attribute {@code lang}. */
  public String language() {
    return wording.locale().getLanguage();
  }

  public String text(String key, Object... values) {
    return wording.text(key, values);
  }

  /** The text in the plural form of the count, which is {0}. */
  public String counted(String key, int count, Object... more) {
    return wording.counted(key, count, more);
  }
}
