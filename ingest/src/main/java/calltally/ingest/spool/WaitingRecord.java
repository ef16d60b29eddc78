package calltally.ingest.spool;

import calltally.ingest.request.Bytes;
import java.util.concurrent.CompletableFuture;

/**
 * A record that the next write takes along.
 *
 * @param written when it is safe, or why it is not
 */
record WaitingRecord(Bytes content, CompletableFuture<Void> written) {}
