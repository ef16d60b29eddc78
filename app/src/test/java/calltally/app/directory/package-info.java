/** Files of managers and lines, right and wrong. */
@NullMarked
package calltally.app.directory;

import org.jspecify.annotations.NullMarked;
