/** The directory as people write it: entries from files, judged as a whole before any is used. */
@NullMarked
package calltally.app.directory;

import org.jspecify.annotations.NullMarked;
