package calltally.reporting.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many of a manager's answered rings took as long.
 *
 * @param from the shortest time, included
 * @param until the first time that is longer; null for no limit
 */
public record RingTimeBin(Duration from, @Nullable Duration until, int rings) {}
