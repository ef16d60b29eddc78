/** Files of notifications, in each of the forms in which other programs write them. */
@NullMarked
package calltally.ingest.file;

import org.jspecify.annotations.NullMarked;
