package calltally.reporting.report;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** A customer in a URL: the key of figures, from which nobody can tell the number. */
public record CustomerKey(long value) {

  private static final Pattern TEXT = Pattern.compile("[0-9a-f]{16}");

  /** Reads a key; empty when the text is none. */
  public static Optional<CustomerKey> parse(String text) {
    return TEXT.matcher(text).matches()
        ? Optional.of(new CustomerKey(HexFormat.fromHexDigitsToLong(text)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(value);
  }
}
