package calltally.reporting.alarm;

/** How something that is monitored is at a moment. */
enum AlarmState {
  /** It is wrong. */
  ALARM,
  /** Nothing can be said, or it is on the way from one to the other: everything stays as it was. */
  UNDECIDED,
  /** It is well. */
  WELL
}
