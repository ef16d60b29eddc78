package calltally.reporting.delivery;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a subscription has come.
 *
 * @param since when it was first seen
 * @param reportedUntil the first date that no mailing covers; null when there is none yet
 */
record SubscriptionProgress(Instant since, @Nullable LocalDate reportedUntil) {}
