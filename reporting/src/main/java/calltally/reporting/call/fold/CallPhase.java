package calltally.reporting.call.fold;

/** The part of a call's life that a notification belongs to, in life-cycle order. */
enum CallPhase {
  CALL_START,
  MEMBER_START,
  MEMBER_END,
  ANSWER,
  CALL_END,
  OTHER
}
