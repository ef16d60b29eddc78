package calltally.reporting.render.wording;

import calltally.reporting.report.CustomerNumbers;

/** Formats the company's own numbers for reading; they are never hidden. */
public final class PhoneNumberFormat {

  private PhoneNumberFormat() {}

  /** An E.164 number, grouped the way its country does; any other text unchanged. */
  public static String readable(String number) {
    return CustomerNumbers.SHOWN.text(number);
  }
}
