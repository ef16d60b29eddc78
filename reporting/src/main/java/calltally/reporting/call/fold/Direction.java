package calltally.reporting.call.fold;

/** The direction of a call, seen from the company. */
public enum Direction {
  INCOMING("incoming"),
  OUTGOING("outgoing");

  private final String text;

  Direction(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
