package calltally.reporting.delivery.subscription;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a subscription has come.
 *
 * @param since when it was first seen
 * @param reportedUntil the first date that no mailing covers; null when there is none yet
 */
public record SubscriptionProgress(Instant since, @Nullable LocalDate reportedUntil) {}
