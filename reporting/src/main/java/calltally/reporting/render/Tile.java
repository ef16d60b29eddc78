package calltally.reporting.render;

import calltally.reporting.render.wording.Change;
import calltally.reporting.render.wording.Change.Effect;

/**
 * One figure at the top of a report. Of the three changes at most one is not empty: a template
 * prints each in its own colour.
 *
 * @param detail of what, and the target where there is one
 */
public record Tile(
    String label,
    String figure,
    String neutralChange,
    String goodChange,
    String badChange,
    String detail) {

  /** The one change that is not empty, whatever is to be thought of it. */
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
