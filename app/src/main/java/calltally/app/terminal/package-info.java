/** What a command sees of its user: streams, terminal, desktop, and text made to fit. */
@NullMarked
package calltally.app.terminal;

import org.jspecify.annotations.NullMarked;
