package calltally.reporting.render.wording;

import calltally.reporting.report.Line;

/** What a line is called on paper: its name, else whose it is, else its number. */
public final class LineName {

  private LineName() {}

  public static String of(Line line, Wording wording) {
    if (line.name() != null) {
      return line.name();
    }
    if (line.manager() != null) {
      return line.manager();
    }
    return line.number() == null
        ? wording.text("line.unknown")
        : PhoneNumber.readable(line.number());
  }
}
