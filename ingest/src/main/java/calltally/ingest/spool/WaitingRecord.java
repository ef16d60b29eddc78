package calltally.ingest.spool;

import calltally.ingest.request.Bytes;
import java.util.concurrent.CompletableFuture;

/**
 * A record waiting to be written.
 *
 * @param written completes once the record is fsynced
 */
record WaitingRecord(Bytes content, CompletableFuture<Void> written) {}
