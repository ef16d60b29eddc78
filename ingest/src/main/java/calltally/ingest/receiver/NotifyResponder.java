package calltally.ingest.receiver;

import calltally.exchange.ParseResult;
import calltally.exchange.Rejection;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.ReceivedBody;
import calltally.exchange.request.RequestMethod;
import calltally.ingest.journal.AsyncCause;
import calltally.ingest.journal.Source;
import calltally.ingest.metrics.Counters;
import calltally.ingest.metrics.RefusalReason;
import calltally.ingest.spool.JournalOrSpool;
import calltally.ingest.spool.SpoolUnavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Authenticates, parses and stores requests. */
final class NotifyResponder implements Responder {

  private static final Logger LOG = LoggerFactory.getLogger(NotifyResponder.class);

  /** From this length, parsing a body takes longer than a thread switch. */
  private static final int LONG = 32 << 10;

  /** Requests without a known token that one address may send in a second. */
  private static final int STRANGERS_PER_SECOND = 100;

  private static final String WARM_UP =
      "event=incoming_call_start&time=2026-11-20T06:00:00Z&pbx_id=1&caller=80290000000";
  private static final Rejection TOO_LONG =
      new Rejection(null, "a body must not exceed " + RequestBodyReader.LONGEST + " bytes");
  private static final Rejection COMPRESSED = new Rejection(null, "a body must not be compressed");
  private static final Rejection INCOMPLETE =
      new Rejection(null, "a body must arrive completely and in time");

  private final TokenAuthenticator authenticator;
  private final RateLimiter rateLimiter;
  private final RateLimiter strangers;
  private final RequestStorage storage;
  private final Counters counters;
  private final InstantSource clock;

  NotifyResponder(
      TokenAuthenticator authenticator,
      RateLimiter rateLimiter,
      JournalOrSpool journalOrSpool,
      Counters counters,
      InstantSource clock) {
    this.authenticator = authenticator;
    this.rateLimiter = rateLimiter;
    this.strangers = new RateLimiter(STRANGERS_PER_SECOND, clock);
    this.storage = new RequestStorage(journalOrSpool, counters);
    this.counters = counters;
    this.clock = clock;
  }

  /** Parses a request without storing it, so that the first sender finds the code warm. */
  void warmUp() {
    NotifyRequest request = NotifyRequest.kept(RequestMethod.GET, WARM_UP, null, Bytes.NONE);
    for (Source source : authenticator.sources()) {
      ParseResult unused = source.reader().read(request, clock.instant());
    }
  }

  @Override
  public boolean needsThread(NotifyRequest request) {
    return request.body().size() >= LONG;
  }

  /** Counts a request on arrival and again at its end; no thread blocks meanwhile. */
  @Override
  public CompletableFuture<HttpReply> answer(NotifyRequest request) {
    counters.received();
    try {
      return enter(request).exceptionally(failure -> failed(AsyncCause.of(failure)));
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(failed(e));
    }
  }

  /** Whatever the failure, the sender gets an answer. */
  @Override
  public HttpReply failed(Throwable failure) {
    if (failure instanceof SpoolUnavailable unavailable) {
      return storage.unavailable(unavailable, storage::count);
    }
    LOG.error("internal error while handling a request", failure);
    counters.refused(RefusalReason.ERROR);
    return HttpReply.FAILED;
  }

  private CompletableFuture<HttpReply> enter(NotifyRequest request) {
    Instant receivedAt = clock.instant();
    Optional<SourceAccess> access = authenticator.authenticate(request);
    if (access.isEmpty()) {
      return CompletableFuture.completedFuture(toStranger(request));
    }
    if (!rateLimiter.allow(access.get().source().name())) {
      return refuse(RefusalReason.RATE, HttpReply.TOO_MANY);
    }
    return access
        .get()
        .exchange()
        .verify(request)
        .map(HttpReply::of)
        .map(CompletableFuture::completedFuture)
        .orElseGet(() -> take(authenticator.withoutToken(request), access.get(), receivedAt));
  }

  private CompletableFuture<HttpReply> take(
      NotifyRequest request, SourceAccess access, Instant receivedAt) {
    return switch (request.method()) {
      case GET -> get(request, access, receivedAt);
      case POST -> post(request, access, receivedAt);
      case HEAD, OTHER, FILE -> refuse(RefusalReason.METHOD, HttpReply.METHOD_NOT_ALLOWED);
    };
  }

  /** Tokens cannot be guessed quickly; requests of sources from the same address go on. */
  private HttpReply toStranger(NotifyRequest request) {
    String party = authenticator.sender(request).map(Address::party).orElse("");
    return strangers.allow(party) ? HttpReply.NOT_FOUND : HttpReply.TOO_MANY;
  }

  private CompletableFuture<HttpReply> get(
      NotifyRequest request, SourceAccess access, Instant receivedAt) {
    return access
        .proven(request, receivedAt)
        .map(proven -> storage.accept(access.source(), receivedAt, proven).read())
        .orElseGet(() -> refuseUnsigned(access, unsigned(access)));
  }

  private CompletableFuture<HttpReply> post(
      NotifyRequest request, SourceAccess access, Instant receivedAt) {
    ReceivedBody body = request.body();
    if (!body.isComplete()) {
      return access.isSigned()
          ? refuseUnverifiable(access, body)
          : post(body.end(), storage.accept(access.source(), receivedAt, request));
    }
    return access
        .proven(request, receivedAt)
        .map(proven -> post(body.end(), storage.accept(access.source(), receivedAt, proven)))
        .orElseGet(() -> refuseUnsigned(access, unsigned(access)));
  }

  private static HttpReply unsigned(SourceAccess access) {
    return HttpReply.unsigned(access.exchange().proofRule());
  }

  private CompletableFuture<HttpReply> post(ReceivedBody.End end, AcceptedRequest accepted) {
    return switch (end) {
      case TOO_LONG -> accepted.reject(413, TOO_LONG);
      case INCOMPLETE -> accepted.reject(408, INCOMPLETE);
      case CROWDED -> refuse(RefusalReason.UNAVAILABLE, HttpReply.UNAVAILABLE);
      case COMPLETE -> accepted.isCompressed() ? accepted.reject(415, COMPRESSED) : accepted.read();
    };
  }

  /** An incomplete body cannot be verified, and is not kept for an unknown sender. */
  private CompletableFuture<HttpReply> refuseUnverifiable(SourceAccess access, ReceivedBody body) {
    HttpReply answer =
        switch (body.end()) {
          case TOO_LONG -> HttpReply.rejected(413, TOO_LONG);
          case INCOMPLETE -> HttpReply.rejected(408, INCOMPLETE);
          case CROWDED, COMPLETE -> HttpReply.UNAVAILABLE;
        };
    return refuseUnsigned(access, answer);
  }

  private CompletableFuture<HttpReply> refuseUnsigned(SourceAccess access, HttpReply answer) {
    authenticator.events().record(access.source().name(), RefusalReason.SIGNATURE);
    return refuse(RefusalReason.SIGNATURE, answer);
  }

  private CompletableFuture<HttpReply> refuse(RefusalReason reason, HttpReply answer) {
    counters.refused(reason);
    return CompletableFuture.completedFuture(answer);
  }
}
