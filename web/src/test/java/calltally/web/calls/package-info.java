/** Tests of the list of calls. */
@NullMarked
package calltally.web.calls;

import org.jspecify.annotations.NullMarked;
