package calltally.reporting.alarm;

/** The state of something that is monitored, at a moment. */
enum AlarmState {
  /** Something is wrong. */
  ALARM,
  /** Unknown, or between the two thresholds: whatever held before still holds. */
  UNDECIDED,
  /** All is well. */
  WELL
}
