package calltally.exchange.text;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time in seconds since 1970. */
public final class UnixTime {

  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

  private UnixTime() {}

  /**
   * The time; empty when the text is none, or zero, by which exchanges write that there is none.
   */
  public static Optional<Instant> parse(String text) {
    return Optional.of(text.strip())
        .filter(digits -> SECONDS.matcher(digits).matches())
        .map(Long::parseLong)
        .filter(seconds -> seconds > 0)
        .map(Instant::ofEpochSecond);
  }
}
