package calltally.app.check;

/** What a check came to. */
public enum Verdict {
  /** As it should be. */
  OK("ok"),
  /** It works, but somebody should look at it. */
  WARNING("warning"),
  /** It does not work. */
  FAILED("failed");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
