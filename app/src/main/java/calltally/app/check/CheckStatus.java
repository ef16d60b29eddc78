package calltally.app.check;

/** What a check came to. */
public enum CheckStatus {
  /** As it should be. */
  OK("ok"),
  /** It works, but somebody should look at it. */
  WARNING("warning"),
  /** It does not work. */
  FAILED("failed");

  private final String word;

  CheckStatus(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
