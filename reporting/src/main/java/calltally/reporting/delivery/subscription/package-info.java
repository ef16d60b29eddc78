/** Subscriptions: which report, when, for whom and in which form; and how far each has come. */
@NullMarked
package calltally.reporting.delivery.subscription;

import org.jspecify.annotations.NullMarked;
