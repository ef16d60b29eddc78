package calltally.reporting.report.query;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values of a row as one text, in the form of PostgreSQL. */
final class RowText {

  private RowText() {}

  static @Nullable Long seconds(@Nullable Duration duration) {
    return duration == null ? null : duration.toSeconds();
  }

  /** As PostgreSQL prints a number of four decimals. */
  static @Nullable String rounded(@Nullable Double value) {
    return value == null ? null : String.format(java.util.Locale.ROOT, "%.4f", value);
  }

  static String joined(@Nullable Object... values) {
    return joined(Arrays.stream(values));
  }

  static String joined(Stream<? extends @Nullable Object> values) {
    return values
        .map(value -> value == null ? "-" : value.toString())
        .collect(Collectors.joining(" "));
  }
}
