package calltally.reporting.alarm;

/**
 * What became of telling somebody.
 *
 * @param isTaken whether he has it
 * @param answer what he answered, or why he was not reached; never what he was told
 */
record Told(boolean isTaken, String answer) {

  static Told taken(String answer) {
    return new Told(true, answer);
  }

  static Told failed(String answer) {
    return new Told(false, answer);
  }
}
