package calltally.reporting.report;

import org.jspecify.annotations.Nullable;

/**
 * The incoming calls of a line.
 *
 * @param department null when the directory names none
 */
public record LineCalls(
    DialledLine line, @Nullable String department, CallCounts calls, MissedReasons reasons) {}
