package calltally.web.customer;

import org.jspecify.annotations.Nullable;

/**
 * How a missed call was followed up.
 *
 * @param by who reached the customer, or tried first; null when nobody did
 */
record FollowUp(String state, @Nullable String by) {}
