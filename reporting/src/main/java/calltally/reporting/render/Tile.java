package calltally.reporting.render;

import calltally.reporting.render.wording.Change;
import calltally.reporting.render.wording.Change.Effect;

/**
 * One figure at the top of a report. At most one of the three changes is not empty; a template
 * prints each in its own colour.
 *
 * @param detail what the figure is a part of, and the target if there is one
 */
public record Tile(
    String label,
    String figure,
    String neutralChange,
    String goodChange,
    String badChange,
    String detail) {

  /** The change that is not empty, good or bad. */
  public String change() {
    return neutralChange + goodChange + badChange;
  }

  static Tile of(String label, String figure, Change change, String detail) {
    return new Tile(
        label,
        figure,
        change.textIf(Effect.NEUTRAL),
        change.textIf(Effect.GOOD),
        change.textIf(Effect.BAD),
        detail);
  }
}
