/** Commands, run as a user runs them. */
@NullMarked
package calltally.app.command;

import org.jspecify.annotations.NullMarked;
