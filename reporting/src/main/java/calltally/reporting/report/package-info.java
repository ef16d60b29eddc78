/** Report models: what a report says, as plain values. */
@NullMarked
package calltally.reporting.report;

import org.jspecify.annotations.NullMarked;
