package calltally.reporting.call.fold;

/**
 * The outcome of a call, and whether its notifications agree on it.
 *
 * @param contradicted the PBX's status and the other notifications disagree; the status stands
 */
record CallVerdict(CallOutcome outcome, boolean contradicted) {

  static CallVerdict of(CallNotifications call) {
    boolean answer = call.has(CallPhase.ANSWER);
    boolean proof = answer || call.memberAnswered();
    String status = call.lastCallEnd().map(CallNotification::status).orElse(null);
    if (status == null) {
      return new CallVerdict(withoutStatus(call, proof), false);
    }
    return "answer".equals(status)
        ? new CallVerdict(CallOutcome.ANSWERED, !proof && call.hasMembers())
        : new CallVerdict(CallOutcome.MISSED, answer);
  }

  private static CallOutcome withoutStatus(CallNotifications call, boolean proof) {
    if (proof) {
      return CallOutcome.ANSWERED;
    }
    return call.has(CallPhase.CALL_END) ? CallOutcome.MISSED : CallOutcome.UNFINISHED;
  }
}
