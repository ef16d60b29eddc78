/** The text in a file, whatever its compression and charset. */
@NullMarked
package calltally.ingest.file.text;

import org.jspecify.annotations.NullMarked;
