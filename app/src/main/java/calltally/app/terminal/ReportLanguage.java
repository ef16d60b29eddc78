package calltally.app.terminal;

import java.util.Locale;

/** A language of reports. */
public enum ReportLanguage {
  EN,
  RU;

  public Locale locale() {
    return Locale.forLanguageTag(toString());
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
