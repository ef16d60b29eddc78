/** The commands of the command line, one class for each. */
@NullMarked
package calltally.app.command;

import org.jspecify.annotations.NullMarked;
