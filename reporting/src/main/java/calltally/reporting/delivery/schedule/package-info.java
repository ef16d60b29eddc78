/** When reports are due, and of which period. */
@NullMarked
package calltally.reporting.delivery.schedule;

import org.jspecify.annotations.NullMarked;
