/** Error messages, and files opened for the user. */
@NullMarked
package calltally.app.terminal;

import org.jspecify.annotations.NullMarked;
