package calltally.reporting.report;

import java.time.LocalDate;

/**
 * A manager's rings and calls in a week, or in its part within the period.
 *
 * @param from its first date
 * @param until the first date after it
 */
public record ManagerWeek(
    LocalDate from, LocalDate until, AttemptCounts attempts, ComparedRate answerRate) {}
