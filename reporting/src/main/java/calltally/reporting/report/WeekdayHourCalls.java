package calltally.reporting.report;

import java.time.DayOfWeek;

/**
 * The incoming calls that started in an hour of a weekday, over several weeks.
 *
 * @param hour local hour, from 0 to 23
 */
public record WeekdayHourCalls(DayOfWeek weekday, int hour, CallCounts calls) {}
