/** Imports files of notifications into the journal. */
@NullMarked
package calltally.ingest.journal.importing;

import org.jspecify.annotations.NullMarked;
