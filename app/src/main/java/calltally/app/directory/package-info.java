/** The directory as people write it: entries from files, validated together before use. */
@NullMarked
package calltally.app.directory;

import org.jspecify.annotations.NullMarked;
