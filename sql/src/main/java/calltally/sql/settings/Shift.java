package calltally.sql.settings;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * Local times {@code [from, to)} of a weekday in which a source or a line works.
 *
 * @param weekday the day on which the shift starts
 * @param to midnight means the end of the day; a time not after {@code from} lies on the next day
 */
public record Shift(DayOfWeek weekday, LocalTime from, LocalTime to) {}
