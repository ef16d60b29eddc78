package calltally.reporting.delivery;

import calltally.reporting.delivery.subscription.SubscriptionId;
import calltally.reporting.report.DateRange;
import java.time.Instant;

/**
 * A subscription's report of a period, claimed by a lease.
 *
 * @param id in the ledger
 * @param revision 0 for the report that the schedule asked for
 * @param attempts this one included
 * @param fence number of the claim, under which its holder writes
 */
record ClaimedMailing(
    MailingId id,
    SubscriptionId subscription,
    DateRange dates,
    Instant dueAt,
    int revision,
    int attempts,
    long fence) {}
