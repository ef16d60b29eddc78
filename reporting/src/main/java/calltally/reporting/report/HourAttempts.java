package calltally.reporting.report;

/**
 * What became of a manager's rings in an hour of the day, over the period.
 *
 * @param hour what the clock shows, from 0 to 23
 */
public record HourAttempts(int hour, AttemptCounts attempts) {}
