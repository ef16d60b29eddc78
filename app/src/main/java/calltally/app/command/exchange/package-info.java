/** What to do to connect an exchange. */
@NullMarked
package calltally.app.command.exchange;

import org.jspecify.annotations.NullMarked;
