package calltally.ingest.file;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths of time as lists of calls write them. */
final class CallLength {

  private static final Pattern SECONDS =
      Pattern.compile("(\\d{1,7}(?:\\.\\d{1,9})?) ?(?:s|sec|seconds|с|сек|секунд)?\\.?");
  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,4}):(\\d\\d)(?:\\.\\d{1,9})?");

  private CallLength() {}

  /** Seconds, {@code m:ss} or {@code h:mm:ss}; null where the text is none of them. */
  static @Nullable Duration parse(String text) {
    Matcher seconds = SECONDS.matcher(text.replace(',', '.'));
    if (seconds.matches()) {
      return Duration.ofMillis(new BigDecimal(seconds.group(1)).movePointRight(3).longValue());
    }
    Matcher clock = CLOCK.matcher(text);
    if (!clock.matches()) {
      return null;
    }
    long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
    return Duration.ofHours(hours)
        .plusMinutes(Long.parseLong(clock.group(2)))
        .plusSeconds(Long.parseLong(clock.group(3)));
  }
}
