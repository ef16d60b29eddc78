/** The command line as its users meet it. */
@NullMarked
package calltally.app;

import org.jspecify.annotations.NullMarked;
