package calltally.reporting.report;

/**
 * A manager's rings in an hour of the day, by outcome, over the period.
 *
 * @param hour local hour, from 0 to 23
 */
public record HourAttempts(int hour, AttemptCounts attempts) {}
