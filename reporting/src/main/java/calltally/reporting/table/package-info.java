/** The figures of a report as tables: the columns of each, and their way into CSV and JSON. */
@NullMarked
package calltally.reporting.table;

import org.jspecify.annotations.NullMarked;
