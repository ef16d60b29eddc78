package calltally.reporting.call;

/** Which way a call went, seen from the company. */
enum Direction {
  INCOMING("incoming"),
  OUTGOING("outgoing");

  private final String text;

  Direction(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
