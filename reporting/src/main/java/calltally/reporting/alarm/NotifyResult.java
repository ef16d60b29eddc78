package calltally.reporting.alarm;

/**
 * What became of telling somebody.
 *
 * @param isTaken whether he has it
 * @param answer what he answered, or why he was not reached; never what he was told
 */
record NotifyResult(boolean isTaken, String answer) {

  static NotifyResult taken(String answer) {
    return new NotifyResult(true, answer);
  }

  static NotifyResult failed(String answer) {
    return new NotifyResult(false, answer);
  }
}
