package calltally.reporting.call;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values in the notation that both sides of {@link ExpectedRowsTest} use. */
final class ExpectedText {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ExpectedText() {}

  static @Nullable BigDecimal seconds(@Nullable Instant from, @Nullable Instant to) {
    return from == null || to == null
        ? null
        : BigDecimal.valueOf(Duration.between(from, to).toMillis(), 3);
  }

  /** A part divided by its whole; null when the whole is 0. */
  static @Nullable BigDecimal rate(long part, long whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
  }

  static @Nullable BigDecimal mean(List<BigDecimal> seconds) {
    return seconds.isEmpty()
        ? null
        : ExpectedLine.sum(seconds)
            .divide(BigDecimal.valueOf(seconds.size()), 3, RoundingMode.HALF_UP);
  }

  static @Nullable BigDecimal percentile(List<BigDecimal> seconds, double share) {
    if (seconds.isEmpty()) {
      return null;
    }
    List<BigDecimal> sorted = seconds.stream().sorted().toList();
    double position = share * (sorted.size() - 1);
    int below = (int) position;
    double low = sorted.get(below).doubleValue();
    double high = sorted.get(Math.min(below + 1, sorted.size() - 1)).doubleValue();
    return new BigDecimal(low + (high - low) * (position - below), new MathContext(15))
        .setScale(3, RoundingMode.HALF_UP);
  }

  static boolean isLater(@Nullable Instant one, @Nullable Instant other) {
    return one != null && other != null && one.isAfter(other);
  }

  /** One row: values separated by bars, a missing one as a dash. */
  static String row(@Nullable Object... values) {
    return Arrays.stream(values).map(ExpectedText::value).collect(Collectors.joining(" | "));
  }

  private static String value(@Nullable Object value) {
    if (value == null) {
      return "-";
    }
    if (value instanceof Instant time) {
      return UTC.format(time);
    }
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
    return value.toString();
  }
}
