package calltally.reporting.render.wording;

import java.util.Locale;

/**
 * The grammatical form that a count takes. Two languages need two rules, which do not justify a
 * library of 14 MB.
 */
enum PluralForm {
  ONE,
  FEW,
  MANY;

  static PluralForm of(int count, Locale locale) {
    return locale.getLanguage().equals("ru") ? russian(count) : english(count);
  }

  private static PluralForm english(int count) {
    return count == 1 ? ONE : MANY;
  }

  /** 1, 21, 31 звонок; 2 to 4, 22 to 24 звонка; 5 to 20, 25 to 30 звонков. */
  private static PluralForm russian(int count) {
    int tens = count % 100 / 10;
    int ones = count % 10;
    if (tens == 1 || ones == 0 || ones > 4) {
      return MANY;
    }
    return ones == 1 ? ONE : FEW;
  }
}
