/** The receiver: the HTTP server that the exchange posts its notifications to. */
@NullMarked
package calltally.ingest.receiver;

import org.jspecify.annotations.NullMarked;
