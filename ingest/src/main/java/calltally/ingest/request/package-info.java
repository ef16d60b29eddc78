/** Requests as they come, before anything of them is read. */
@NullMarked
package calltally.ingest.request;

import org.jspecify.annotations.NullMarked;
