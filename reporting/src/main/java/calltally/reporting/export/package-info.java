/** The figures of a report as tables, with their columns, as CSV and JSON. */
@NullMarked
package calltally.reporting.export;

import org.jspecify.annotations.NullMarked;
