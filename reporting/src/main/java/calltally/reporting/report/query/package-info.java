/** Selects what a report says, from one snapshot of the database. */
@NullMarked
package calltally.reporting.report.query;

import org.jspecify.annotations.NullMarked;
