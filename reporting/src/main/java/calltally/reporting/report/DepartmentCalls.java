package calltally.reporting.report;

import org.jspecify.annotations.Nullable;

/**
 * The incoming calls to the lines of a department.
 *
 * @param department null for lines without a department
 */
public record DepartmentCalls(@Nullable String department, CallCounts calls) {}
