/** The receiver: the HTTP server to which the exchange sends its notifications. */
@NullMarked
package calltally.ingest.receiver;

import org.jspecify.annotations.NullMarked;
