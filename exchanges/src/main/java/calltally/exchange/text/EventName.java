package calltally.exchange.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** The name under which an event is stored: Latin letters, digits and any of {@code _ . : -}. */
public final class EventName {

  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9_.:-]+");
  private static final int LONGEST = 50;

  private EventName() {}

  /** The text as such a name; {@code other} when nothing of it can be part of one. */
  public static String of(String text) {
    String name = OTHERS.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll(".");
    String bare = name.replaceAll("^\\.+|\\.+$", "");
    return bare.isEmpty() ? "other" : bare.substring(0, Math.min(LONGEST, bare.length()));
  }
}
