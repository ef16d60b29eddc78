package calltally.reporting.report;

import org.jspecify.annotations.Nullable;

/**
 * A line with the calls that customers made to it.
 *
 * @param department null when not given
 */
public record LineCalls(
    Line line, @Nullable String department, CallCounts calls, MissedReasons reasons) {}
