/** Valid and invalid files of managers and lines. */
@NullMarked
package calltally.app.directory;

import org.jspecify.annotations.NullMarked;
