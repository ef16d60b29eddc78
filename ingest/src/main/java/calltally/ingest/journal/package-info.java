/** The journal: the one way by which notifications become permanent. */
@NullMarked
package calltally.ingest.journal;

import org.jspecify.annotations.NullMarked;
