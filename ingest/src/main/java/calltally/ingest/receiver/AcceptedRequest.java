package calltally.ingest.receiver;

import calltally.exchange.Notification;
import calltally.exchange.ParseResult;
import calltally.exchange.Rejection;
import calltally.exchange.request.NotifyRequest;
import calltally.ingest.journal.AsyncCause;
import calltally.ingest.journal.JournalRow;
import calltally.ingest.journal.NotificationRow;
import calltally.ingest.journal.RejectedRow;
import calltally.ingest.journal.Source;
import calltally.ingest.journal.StorageResult;
import calltally.ingest.journal.UnstorableRow;
import calltally.ingest.spool.SpoolUnavailable;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request whose source is known and whose content has arrived. */
record AcceptedRequest(
    Source source, Instant receivedAt, NotifyRequest request, RequestStorage storage) {

  private static final Logger LOG = LoggerFactory.getLogger(AcceptedRequest.class);

  boolean isCompressed() {
    return request.headers().isCompressed();
  }

  CompletableFuture<HttpReply> read() {
    ParseResult result = source.reader().read(request, receivedAt);
    return result instanceof Notification notification
        ? store(notification)
        : reject(422, (Rejection) result);
  }

  CompletableFuture<HttpReply> reject(int status, Rejection rejection) {
    return store(row(rejection))
        .thenApply(kept -> rejected(status, rejection))
        .exceptionallyCompose(
            failure ->
                AsyncCause.of(failure) instanceof SpoolUnavailable late
                    ? CompletableFuture.completedFuture(
                        storage.unavailable(late, kept -> storage.counters().rejected(status)))
                    : CompletableFuture.failedFuture(failure));
  }

  private CompletableFuture<HttpReply> store(Notification notification) {
    return store(NotificationRow.of(source.name(), receivedAt, request.method(), notification))
        .thenApply(this::stored)
        .exceptionallyCompose(
            failure ->
                AsyncCause.of(failure) instanceof UnstorableRow unstorable
                    ? rejectInAnyCase(unstorable.rejection())
                    : CompletableFuture.failedFuture(failure));
  }

  private HttpReply stored(StorageResult result) {
    storage.count(result);
    return HttpReply.of(source.reader().exchange().reply(request));
  }

  /** A retry would be rejected again, so the answer says so even if the request cannot be kept. */
  private CompletableFuture<HttpReply> rejectInAnyCase(Rejection rejection) {
    return store(row(rejection))
        .exceptionallyCompose(
            failure -> {
              if (AsyncCause.of(failure) instanceof SpoolUnavailable) {
                LOG.warn(
                    "cannot keep a rejected request of source {}, neither in the database nor"
                        + " in the spool (rejected because {})",
                    source.name(),
                    rejection.rule());
                return CompletableFuture.completedFuture(StorageResult.REJECTED);
              }
              return CompletableFuture.failedFuture(failure);
            })
        .thenApply(kept -> rejected(422, rejection));
  }

  private HttpReply rejected(int status, Rejection rejection) {
    storage.counters().rejected(status);
    return HttpReply.rejected(status, rejection);
  }

  private RejectedRow row(Rejection rejection) {
    return RejectedRow.of(
        source.name(), receivedAt, rejection, source.reader().exchange().masked(request));
  }

  private CompletableFuture<StorageResult> store(JournalRow row) {
    return storage
        .journalOrSpool()
        .store(row, RequestDeadline.since(request.body().nanos()).timeLeft());
  }
}
