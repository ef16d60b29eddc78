/** The journal: the append-only store of all notifications, and the only way into it. */
@NullMarked
package calltally.ingest.journal;

import org.jspecify.annotations.NullMarked;
