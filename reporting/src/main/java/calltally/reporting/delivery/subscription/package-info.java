/** Subscriptions: which report, when, for whom and in which form. */
@NullMarked
package calltally.reporting.delivery.subscription;

import org.jspecify.annotations.NullMarked;
