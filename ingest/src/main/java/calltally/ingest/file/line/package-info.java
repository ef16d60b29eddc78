/** The lines of a file, where they came from, and what is said of them. */
@NullMarked
package calltally.ingest.file.line;

import org.jspecify.annotations.NullMarked;
