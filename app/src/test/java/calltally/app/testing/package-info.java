/** Runs commands in this process or in one of its own. */
@NullMarked
package calltally.app.testing;

import org.jspecify.annotations.NullMarked;
