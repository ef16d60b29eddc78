package calltally.ingest.file;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths of time as lists of calls write them. */
final class CallLength {

  /** A comma before three digits may separate thousands as well as decimals. */
  private static final Pattern SECONDS =
      Pattern.compile(
          "(\\d{1,7}(?:\\.\\d{1,9}|,(?!\\d{3}(?!\\d))\\d{1,9})?)"
              + " ?(?:s|sec|secs|seconds?|с|сек|секунд[аы]?)?\\.?(?: ?\\(.*\\))?");

  private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[\\p{Z}'’](?=\\d{3}(?!\\d))");
  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,4}):(\\d\\d)(?:\\.\\d{1,9})?");
  private static final Pattern UNITS =
      Pattern.compile(
          "(?:(\\d{1,3}) ?(?:h|hrs?|hours?|ч|час[а-я]*)[.,]? ?)?"
              + "(?:(\\d{1,4}) ?(?:m|mins?|minutes?|м|мин[а-я]*)[.,]? ?)?"
              + "(?:(\\d{1,5}) ?(?:s|secs?|seconds?|с|сек[а-я]*)\\.?)?");

  private CallLength() {}

  /** Seconds, {@code m:ss}, {@code h:mm:ss} or with units; null where the text is none of them. */
  static @Nullable Duration parse(String sent) {
    String text = THOUSANDS.matcher(sent).replaceAll("");
    Matcher seconds = SECONDS.matcher(text);
    if (seconds.matches()) {
      String number = seconds.group(1).replace(',', '.');
      return Duration.ofMillis(new BigDecimal(number).movePointRight(3).longValue());
    }
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      return length(clock);
    }
    Matcher units = UNITS.matcher(text);
    return !text.isEmpty() && units.matches() ? length(units) : null;
  }

  /** Of hours, minutes and seconds, of which any may be missing. */
  private static Duration length(Matcher parts) {
    return Duration.ofHours(number(parts.group(1)))
        .plusMinutes(number(parts.group(2)))
        .plusSeconds(number(parts.group(3)));
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
