/** Refresh and rebuild: derive rows of calls and attempts from the journal's notifications. */
@NullMarked
package calltally.reporting.call;

import org.jspecify.annotations.NullMarked;
