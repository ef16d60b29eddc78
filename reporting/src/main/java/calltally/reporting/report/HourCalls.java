package calltally.reporting.report;

import java.time.Instant;
import java.time.LocalTime;

/**
 * A local hour of the period with its incoming calls.
 *
 * @param start its first instant; the hour that a clock change repeats comes twice
 * @param time what the clock shows then
 */
public record HourCalls(Instant start, LocalTime time, CallCounts calls) {}
