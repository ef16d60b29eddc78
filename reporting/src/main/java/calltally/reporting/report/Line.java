package calltally.reporting.report;

import org.jspecify.annotations.Nullable;

/**
 * A line with the calls that customers made to it.
 *
 * @param number null for calls whose line the exchange did not tell
 * @param name in the directory; null without an entry
 * @param department null when not given
 */
public record Line(
    @Nullable String number,
    @Nullable String name,
    @Nullable String department,
    CallCounts calls) {}
