/** Requests as received, before anything in them is parsed. */
@NullMarked
package calltally.ingest.request;

import org.jspecify.annotations.NullMarked;
