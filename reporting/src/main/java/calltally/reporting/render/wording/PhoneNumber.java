package calltally.reporting.render.wording;

import calltally.reporting.report.CustomerNumbers;

/** Numbers of the company's own people and lines, as people write them; never hidden. */
public final class PhoneNumber {

  private PhoneNumber() {}

  /** An E.164 number in groups, in its country's way; anything else as it is. */
  public static String readable(String number) {
    return CustomerNumbers.SHOWN.text(number);
  }
}
