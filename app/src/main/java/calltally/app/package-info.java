/** The command line, and the composition of the parts for each command. */
@NullMarked
package calltally.app;

import org.jspecify.annotations.NullMarked;
