package calltally.app;

import java.util.Locale;

/** A language that reports are written in. */
enum Language {
  EN,
  RU;

  Locale locale() {
    return Locale.forLanguageTag(toString());
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
