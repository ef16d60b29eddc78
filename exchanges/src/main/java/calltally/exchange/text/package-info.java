/** The reading of what fields contain: numbers, times, statuses, durations, links. */
@NullMarked
package calltally.exchange.text;

import org.jspecify.annotations.NullMarked;
