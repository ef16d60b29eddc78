/** Files of notifications, in the formats that other programs write. */
@NullMarked
package calltally.ingest.file;

import org.jspecify.annotations.NullMarked;
