package calltally.reporting.render;

import calltally.reporting.render.wording.TextWidth;

/** Measures the titles of sections, so that no note begins before its title ends. */
final class SectionTitle {

  /** As in the style {@code section}. */
  private static final float SIZE = 10.5f;

  private static final double GAP = 12;

  private SectionTitle() {}

  /** Points from the left edge of the section to where a note may begin. */
  static String width(String title) {
    return String.valueOf((int) Math.ceil(TextWidth.bold(title, SIZE) + GAP));
  }
}
