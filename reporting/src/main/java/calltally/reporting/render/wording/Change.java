package calltally.reporting.render.wording;

/** How far a figure is from its usual, in words, and whether that is welcome. */
public record Change(String text, Judgement judgement) {

  /** No usual is known. */
  public static final Change UNKNOWN = new Change("", Judgement.NEUTRAL);

  /** What to think of a change. */
  public enum Judgement {
    GOOD,
    BAD,
    NEUTRAL
  }

  /** Which direction is welcome. */
  public enum Welcome {
    MORE,
    LESS,
    EITHER;

    Judgement judge(double difference) {
      if (this == EITHER || difference == 0) {
        return Judgement.NEUTRAL;
      }
      return (difference > 0) == (this == MORE) ? Judgement.GOOD : Judgement.BAD;
    }
  }

  /** The text where the judgement is this one, else nothing. */
  public String textIf(Judgement expected) {
    return judgement == expected ? text : "";
  }
}
