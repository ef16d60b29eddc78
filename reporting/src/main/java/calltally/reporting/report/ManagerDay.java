package calltally.reporting.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a manager did in the period.
 *
 * @param manager his name in the directory, else his number
 * @param department null when not given
 * @param medianRing of the attempts answered; null without one
 * @param talk on incoming calls that he answered
 * @param outgoing calls that he placed
 * @param callbacks those that were the first answered contact of a missed call
 */
public record ManagerDay(
    String manager,
    @Nullable String department,
    AttemptCounts attempts,
    @Nullable Duration medianRing,
    Duration talk,
    int outgoing,
    int callbacks) {}
