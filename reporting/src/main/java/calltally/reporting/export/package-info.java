/** The figures of a report as tables: the columns of each, and their way into CSV and JSON. */
@NullMarked
package calltally.reporting.export;

import org.jspecify.annotations.NullMarked;
