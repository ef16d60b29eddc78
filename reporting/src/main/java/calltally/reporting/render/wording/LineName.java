package calltally.reporting.render.wording;

import calltally.reporting.report.Line;

/** The printed name of a line: its name, else its manager, else its number. */
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
