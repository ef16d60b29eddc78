package calltally.reporting.alarm;

/**
 * The result of one attempt to notify a receiver.
 *
 * @param isTaken whether the receiver has the notice
 * @param answer what the receiver answered, or why it was not reached; never what was sent
 */
record NotifyResult(boolean isTaken, String answer) {

  static NotifyResult taken(String answer) {
    return new NotifyResult(true, answer);
  }

  static NotifyResult failed(String answer) {
    return new NotifyResult(false, answer);
  }
}
