/** Sums per hour, day, line, manager and source, by sections 6, 7 and 9 of the definitions. */
@NullMarked
package calltally.reporting.statistics;

import org.jspecify.annotations.NullMarked;
