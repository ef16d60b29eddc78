package calltally.reporting.call;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as both sides of {@link ReckoningTest} write them. */
final class ReckonedText {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ReckonedText() {}

  static @Nullable BigDecimal seconds(@Nullable Instant from, @Nullable Instant to) {
    return from == null || to == null
        ? null
        : BigDecimal.valueOf(Duration.between(from, to).toMillis(), 3);
  }

  static boolean isLater(@Nullable Instant one, @Nullable Instant other) {
    return one != null && other != null && one.isAfter(other);
  }

  /** One row: values between bars, a missing one as a dash. */
  static String row(@Nullable Object... values) {
    return Arrays.stream(values).map(ReckonedText::value).collect(Collectors.joining(" | "));
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
