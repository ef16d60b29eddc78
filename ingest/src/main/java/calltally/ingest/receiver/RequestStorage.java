package calltally.ingest.receiver;

import calltally.ingest.journal.Source;
import calltally.ingest.metrics.Counters;
import calltally.ingest.metrics.RefusalReason;
import calltally.ingest.request.NotifyRequest;
import calltally.ingest.spool.JournalOrSpool;
import calltally.ingest.spool.SpoolUnavailable;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Where requests are stored, and their results counted. */
record RequestStorage(JournalOrSpool journalOrSpool, Counters counters) {

  AcceptedRequest accept(Source source, Instant receivedAt, NotifyRequest request) {
    return new AcceptedRequest(source, receivedAt, request, this);
  }

  /** The sender gets an answer in time; whether the disk has the row may be known later. */
  HttpReply unavailable(SpoolUnavailable failure, Runnable countKept) {
    CompletableFuture<Void> unused =
        failure
            .keptAfterAll()
            .thenAccept(
                kept -> {
                  if (kept) {
                    countKept.run();
                  } else {
                    counters.refused(RefusalReason.UNAVAILABLE);
                  }
                });
    return HttpReply.UNAVAILABLE;
  }
}
