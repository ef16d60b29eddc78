package calltally.reporting.report;

import org.jspecify.annotations.Nullable;

/**
 * The calls that customers made to the lines of a department.
 *
 * @param department null for lines without one
 */
public record DepartmentCalls(@Nullable String department, CallCounts calls) {}
