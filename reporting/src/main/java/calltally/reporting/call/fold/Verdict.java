package calltally.reporting.call.fold;

/**
 * What became of a call, and whether its notifications agree.
 *
 * @param contradicted the PBX's status says one thing, its notifications another; the status stands
 */
record Verdict(Outcome outcome, boolean contradicted) {

  static Verdict of(CallNotifications call) {
    boolean answer = call.has(Stage.ANSWER);
    boolean proof = answer || call.memberAnswered();
    String status = call.lastCallEnd().map(Notification::status).orElse(null);
    if (status == null) {
      return new Verdict(withoutStatus(call, proof), false);
    }
    return "answer".equals(status)
        ? new Verdict(Outcome.ANSWERED, !proof && call.hasMembers())
        : new Verdict(Outcome.MISSED, answer);
  }

  private static Outcome withoutStatus(CallNotifications call, boolean proof) {
    if (proof) {
      return Outcome.ANSWERED;
    }
    return call.has(Stage.CALL_END) ? Outcome.MISSED : Outcome.UNFINISHED;
  }
}
