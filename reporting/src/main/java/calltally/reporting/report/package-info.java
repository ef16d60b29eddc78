/** Report models: what a report says, as plain values, read from the database in one snapshot. */
@NullMarked
package calltally.reporting.report;

import org.jspecify.annotations.NullMarked;
