/** Refresh and rebuild: notifications of the journal become rows of calls and attempts. */
@NullMarked
package calltally.reporting.call;

import org.jspecify.annotations.NullMarked;
