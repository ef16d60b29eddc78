package calltally.ingest.receiver;

import calltally.exchange.request.NotifyRequest;
import calltally.ingest.journal.Source;
import calltally.ingest.journal.StorageResult;
import calltally.ingest.metrics.Counters;
import calltally.ingest.metrics.RefusalReason;
import calltally.ingest.spool.JournalOrSpool;
import calltally.ingest.spool.SpoolUnavailable;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Where requests are stored, and their results counted. */
record RequestStorage(JournalOrSpool journalOrSpool, Counters counters) {

  AcceptedRequest accept(Source source, Instant receivedAt, NotifyRequest request) {
    return new AcceptedRequest(source, receivedAt, request, this);
  }

  /** Counts a request that ended with this result. */
  void count(StorageResult result) {
    switch (result) {
      case STORED, REJECTED -> counters.stored();
      case DUPLICATE -> counters.duplicate();
      case SPOOLED -> counters.spooled();
    }
  }

  /** The sender gets an answer in time; whether the row is stored after all may be known later. */
  HttpReply unavailable(SpoolUnavailable failure, Consumer<StorageResult> count) {
    RefusalReason reason = failure.isOverQuota() ? RefusalReason.QUOTA : RefusalReason.UNAVAILABLE;
    CompletableFuture<Void> unused =
        failure
            .storedAfterAll()
            .thenAccept(result -> result.ifPresentOrElse(count, () -> counters.refused(reason)));
    return HttpReply.UNAVAILABLE;
  }
}
