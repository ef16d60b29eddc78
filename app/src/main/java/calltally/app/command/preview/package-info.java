/** What an import would store, before it stores anything. */
@NullMarked
package calltally.app.command.preview;

import org.jspecify.annotations.NullMarked;
