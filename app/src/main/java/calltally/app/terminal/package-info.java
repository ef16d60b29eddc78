/** The terminal side of a command: streams, terminal, desktop, and text fitted to lines. */
@NullMarked
package calltally.app.terminal;

import org.jspecify.annotations.NullMarked;
