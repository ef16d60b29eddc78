package calltally.reporting.render.wording;

/** How far a figure is from its usual, in words, and whether that is welcome. */
public record Change(String text, Effect effect) {

  /** No usual is known. */
  public static final Change UNKNOWN = new Change("", Effect.NEUTRAL);

  /** What to think of a change. */
  public enum Effect {
    GOOD,
    BAD,
    NEUTRAL
  }

  /** Which direction is welcome. */
  public enum Welcome {
    MORE,
    LESS,
    EITHER;

    Effect judge(double difference) {
      if (this == EITHER || difference == 0) {
        return Effect.NEUTRAL;
      }
      return (difference > 0) == (this == MORE) ? Effect.GOOD : Effect.BAD;
    }
  }

  /** The text where the judgement is this one, else nothing. */
  public String textIf(Effect expected) {
    return effect == expected ? text : "";
  }
}
