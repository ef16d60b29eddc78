/** The command line, and how the parts are put together for each command. */
@NullMarked
package calltally.app;

import org.jspecify.annotations.NullMarked;
