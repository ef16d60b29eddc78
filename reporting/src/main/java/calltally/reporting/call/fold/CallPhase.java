package calltally.reporting.call.fold;

/** The part of a call's life that a notification belongs to, in life-cycle order. */
enum CallPhase {
  CALL_START(0),
  MEMBER_START(1),
  MEMBER_END(2),
  ANSWER(3),
  CALL_END(4),
  OTHER(5);

  /** The place among events of the same time. */
  final int rank;

  CallPhase(int rank) {
    this.rank = rank;
  }
}
