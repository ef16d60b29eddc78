/** The list of calls, and single calls with their rings. */
@NullMarked
package calltally.web.calls;

import org.jspecify.annotations.NullMarked;
