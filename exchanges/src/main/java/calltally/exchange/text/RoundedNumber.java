package calltally.exchange.text;

import java.util.regex.Pattern;

/**
 * A number that went through a spreadsheet: a mantissa and a signed exponent, such as {@code
 * 3.75E+11}. Its digits are lost, and many numbers become one.
 */
public final class RoundedNumber {

  private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?[eE][+-]\\d+");

  private RoundedNumber() {}

  public static boolean is(String text) {
    return SCIENTIFIC.matcher(text.strip()).matches();
  }
}
