package calltally.exchange.text;

import java.util.Locale;
import java.util.Set;

/** Texts by which programs write that there is no value. */
public final class MissingValue {

  private static final Set<String> WORDS = Set.of("", "null", "none", "nan", "undefined");

  private MissingValue() {}

  public static boolean is(String text) {
    return WORDS.contains(text.strip().toLowerCase(Locale.ROOT));
  }
}
