package calltally.reporting.call.fold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.nullsFirst;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Compares texts byte by byte in UTF-8, as PostgreSQL's collation "C" does. */
final class Utf8Order {

  /** Puts null before every text. */
  @SuppressWarnings("NullAway") // nullsFirst passes no null to the inner comparator
  static final Comparator<@Nullable String> NULL_FIRST =
      nullsFirst(
          (left, right) -> Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8)));

  private Utf8Order() {}
}
