package calltally.reporting.render;

import calltally.reporting.report.CustomerNumbers;

/** Numbers of the company's own people and lines, as people write them; never hidden. */
final class PhoneNumber {

  private PhoneNumber() {}

  /** An E.164 number in groups, in its country's way; anything else as it is. */
  static String readable(String number) {
    return CustomerNumbers.SHOWN.text(number);
  }
}
