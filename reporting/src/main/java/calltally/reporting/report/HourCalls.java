package calltally.reporting.report;

import java.time.Instant;
import java.time.LocalTime;

/**
 * The incoming calls of a local hour.
 *
 * @param start first instant of the hour; an hour repeated by a clock change comes twice
 * @param time local time at the start
 */
public record HourCalls(Instant start, LocalTime time, CallCounts calls) {}
