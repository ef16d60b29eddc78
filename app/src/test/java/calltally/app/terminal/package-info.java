/** Text and files for a user. */
@NullMarked
package calltally.app.terminal;

import org.jspecify.annotations.NullMarked;
