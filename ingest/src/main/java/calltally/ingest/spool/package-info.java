/** The spool: files that hold what was received while the database is away. */
@NullMarked
package calltally.ingest.spool;

import org.jspecify.annotations.NullMarked;
