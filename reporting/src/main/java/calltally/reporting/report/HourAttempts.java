package calltally.reporting.report;

/**
 * A manager's rings and calls in an hour of the day, over the period.
 *
 * @param hour local hour, from 0 to 23
 */
public record HourAttempts(int hour, AttemptCounts attempts, ComparedRate answerRate) {}
