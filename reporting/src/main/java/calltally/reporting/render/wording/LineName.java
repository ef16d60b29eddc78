package calltally.reporting.render.wording;

import calltally.reporting.report.DialledLine;

/** The printed name of a line: its name, else its manager, else its number. */
public final class LineName {

  private LineName() {}

  public static String of(DialledLine line, Wording wording) {
    if (line.name() != null) {
      return line.name();
    }
    if (line.manager() != null) {
      return line.manager();
    }
    return line.number() == null
        ? wording.text("line.unknown")
        : PhoneNumberFormat.readable(line.number());
  }
}
