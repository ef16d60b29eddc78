/** Sums per hour, day, line, manager and source, as sections 6, 7 and 9 of the definitions say. */
@NullMarked
package calltally.reporting.statistics;

import org.jspecify.annotations.NullMarked;
