package calltally.reporting.render.wording;

/** A change against the figure it is compared with, in words, and whether it is welcome. */
public record Change(String text, Effect effect) {

  /** Nothing to compare with is known. */
  public static final Change UNKNOWN = new Change("", Effect.NEUTRAL);

  /** Whether a change is good or bad. */
  public enum Effect {
    GOOD,
    BAD,
    NEUTRAL
  }

  /** The direction that is welcome. */
  public enum Welcome {
    MORE,
    LESS,
    EITHER;

    Effect effectOf(double difference) {
      if (this == EITHER || difference == 0) {
        return Effect.NEUTRAL;
      }
      return (difference > 0) == (this == MORE) ? Effect.GOOD : Effect.BAD;
    }
  }

  /** The same change, but never welcome: it has a reason that is none to be glad about. */
  public Change notWelcome() {
    return effect == Effect.GOOD ? new Change(text, Effect.NEUTRAL) : this;
  }

  /** The text if the effect is this one, else empty. */
  public String textIf(Effect expected) {
    return effect == expected ? text : "";
  }
}
