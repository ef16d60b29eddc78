package calltally.reporting.delivery;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a subscription has come.
 *
 * @param since when it was seen first
 * @param told the first date that no mailing tells of; null when there is none yet
 */
record SubscriptionProgress(Instant since, @Nullable LocalDate told) {}
