/** Rejected requests, and their replay after a fix. */
@NullMarked
package calltally.ingest.journal.rejected;

import org.jspecify.annotations.NullMarked;
