package calltally.reporting.report;

import java.time.LocalDate;

/**
 * The incoming calls of a local date.
 *
 * @param hasData whether anything was received on it
 */
public record DayCalls(LocalDate date, CallCounts calls, boolean hasData) {}
