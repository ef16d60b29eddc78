package calltally.reporting.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Number of a manager's answered rings within a range of ring times.
 *
 * @param from lower end, included
 * @param until upper end, excluded; null for no limit
 */
public record RingTimeBin(Duration from, @Nullable Duration until, int rings) {}
