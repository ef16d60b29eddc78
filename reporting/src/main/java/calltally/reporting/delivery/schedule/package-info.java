/** Schedules: when reports are due, and for which period. */
@NullMarked
package calltally.reporting.delivery.schedule;

import org.jspecify.annotations.NullMarked;
