package calltally.reporting.report;

import java.time.LocalDate;

/**
 * A local date with its incoming calls.
 *
 * @param hasData whether anything at all was received on it
 */
public record DayCalls(LocalDate date, CallCounts calls, boolean hasData) {}
