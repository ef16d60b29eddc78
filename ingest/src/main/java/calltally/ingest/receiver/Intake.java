package calltally.ingest.receiver;

import calltally.ingest.journal.Cause;
import calltally.ingest.journal.Delivery;
import calltally.ingest.journal.Entry;
import calltally.ingest.journal.Outcome;
import calltally.ingest.journal.Refusal;
import calltally.ingest.journal.RowRefused;
import calltally.ingest.journal.Source;
import calltally.ingest.metrics.Counters;
import calltally.ingest.metrics.RefusalReason;
import calltally.ingest.notification.Method;
import calltally.ingest.notification.Notification;
import calltally.ingest.notification.Octets;
import calltally.ingest.notification.RawRequest;
import calltally.ingest.notification.Reading;
import calltally.ingest.notification.Rejection;
import calltally.ingest.spool.Safekeeping;
import calltally.ingest.spool.SpoolUnavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done with a request: who sends it, what it says, where it is kept. */
final class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final String WARM_UP =
      "event=incoming_call_start&time=2026-11-20T06:00:00Z&pbx_id=1&caller=80290000000";
  private static final Rejection TOO_LONG =
      new Rejection(null, "a body has at most " + RequestBody.LONGEST + " bytes");
  private static final Rejection COMPRESSED =
      new Rejection(null, "a body has to come uncompressed");
  private static final Rejection INCOMPLETE =
      new Rejection(null, "a body has to arrive completely and in time");

  private final Doorkeeper doorkeeper;
  private final Rates rates;
  private final Safekeeping safekeeping;
  private final Counters counters;
  private final InstantSource clock;

  Intake(
      Doorkeeper doorkeeper,
      Rates rates,
      Safekeeping safekeeping,
      Counters counters,
      InstantSource clock) {
    this.doorkeeper = doorkeeper;
    this.rates = rates;
    this.safekeeping = safekeeping;
    this.counters = counters;
    this.clock = clock;
  }

  /** Reads and stores nothing once, so that the first sender need not wait for what is cold. */
  void warmUp() {
    RawRequest request = new RawRequest(Method.GET, WARM_UP, null, Octets.NONE);
    for (Source source : doorkeeper.sources()) {
      Reading unused = source.reader().read(request, clock.instant());
    }
  }

  /** Counts a request once when it comes and once when it ends; no thread waits meanwhile. */
  CompletableFuture<Answer> answer(Knock knock) {
    counters.received();
    try {
      return enter(knock).exceptionally(failure -> failed(Cause.of(failure)));
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(failed(e));
    }
  }

  /** Whatever it is, the sender gets an answer. */
  Answer failed(Throwable failure) {
    if (failure instanceof SpoolUnavailable) {
      counters.refused(RefusalReason.UNAVAILABLE);
      return Answer.UNAVAILABLE;
    }
    LOG.error("request could not be handled: the program has to be free of errors", failure);
    counters.refused(RefusalReason.ERROR);
    return Answer.FAILED;
  }

  private CompletableFuture<Answer> enter(Knock knock) {
    Instant receivedAt = clock.instant();
    Optional<Gate> gate = doorkeeper.gate(knock.token(), knock.sender());
    if (gate.isEmpty()) {
      return CompletableFuture.completedFuture(Answer.NOT_FOUND);
    }
    if (!rates.allow(gate.get().source().name())) {
      return turnAway(RefusalReason.RATE, Answer.TOO_MANY);
    }
    return switch (knock.method()) {
      case "GET" -> get(knock, gate.get(), receivedAt);
      case "POST" -> post(knock, gate.get(), receivedAt);
      default -> turnAway(RefusalReason.METHOD, Answer.METHOD_NOT_ALLOWED);
    };
  }

  /** A signature covers a body alone: whoever saw one could put it to any query. */
  private CompletableFuture<Answer> get(Knock knock, Gate gate, Instant receivedAt) {
    if (gate.isSigned()) {
      return turnAway(RefusalReason.SIGNATURE, Answer.UNSIGNED);
    }
    RawRequest request =
        new RawRequest(Method.GET, knock.query(), knock.contentType(), Octets.NONE);
    return new Visit(gate.source(), receivedAt, request, knock.arrival()).read();
  }

  private CompletableFuture<Answer> post(Knock knock, Gate gate, Instant receivedAt) {
    Arrival arrival = knock.arrival();
    if (arrival.isComplete() && !gate.accepts(knock.signature(), arrival.body(), receivedAt)) {
      return turnAway(RefusalReason.SIGNATURE, Answer.UNSIGNED);
    }
    if (!arrival.isComplete() && gate.isSigned()) {
      return unverifiable(arrival);
    }
    RawRequest request =
        new RawRequest(Method.POST, query(knock, gate), knock.contentType(), arrival.body());
    Visit visit = new Visit(gate.source(), receivedAt, request, arrival);
    return switch (arrival.end()) {
      case TOO_LONG -> visit.refuse(413, TOO_LONG);
      case INCOMPLETE -> visit.refuse(408, INCOMPLETE);
      case CROWDED -> turnAway(RefusalReason.UNAVAILABLE, Answer.UNAVAILABLE);
      case COMPLETE -> knock.isCompressed() ? visit.refuse(415, COMPRESSED) : visit.read();
    };
  }

  /** The signature of a POST covers its body alone: anybody may have added the query. */
  private static @Nullable String query(Knock knock, Gate gate) {
    return gate.isSigned() ? null : knock.query();
  }

  /** What is not there as a whole cannot be checked, and is not kept for a stranger. */
  private CompletableFuture<Answer> unverifiable(Arrival arrival) {
    Answer answer =
        switch (arrival.end()) {
          case TOO_LONG -> Answer.refused(413, TOO_LONG);
          case INCOMPLETE -> Answer.refused(408, INCOMPLETE);
          case CROWDED, COMPLETE -> Answer.UNAVAILABLE;
        };
    return turnAway(RefusalReason.SIGNATURE, answer);
  }

  private CompletableFuture<Answer> turnAway(RefusalReason reason, Answer answer) {
    counters.refused(reason);
    return CompletableFuture.completedFuture(answer);
  }

  /** A request whose source is known and whose content is there. */
  private final class Visit {

    private final Source source;
    private final Instant receivedAt;
    private final RawRequest request;
    private final Arrival arrival;

    Visit(Source source, Instant receivedAt, RawRequest request, Arrival arrival) {
      this.source = source;
      this.receivedAt = receivedAt;
      this.request = request;
      this.arrival = arrival;
    }

    CompletableFuture<Answer> read() {
      Reading reading = source.reader().read(request, receivedAt);
      return reading instanceof Notification notification
          ? store(notification)
          : refuse(422, (Rejection) reading);
    }

    CompletableFuture<Answer> refuse(int status, Rejection rejection) {
      return keep(rejection).thenApply(kept -> refused(status, rejection));
    }

    private CompletableFuture<Answer> store(Notification notification) {
      return keep(new Delivery(source.name(), receivedAt, request.method(), notification))
          .thenApply(this::stored)
          .exceptionallyCompose(
              failure ->
                  Cause.of(failure) instanceof RowRefused refused
                      ? refuseInAnyCase(refused.rejection())
                      : CompletableFuture.failedFuture(failure));
    }

    private Answer stored(Outcome outcome) {
      count(outcome);
      return Answer.STORED;
    }

    private void count(Outcome outcome) {
      switch (outcome) {
        case STORED, REJECTED -> counters.stored();
        case DUPLICATE -> counters.duplicate();
        case SPOOLED -> counters.spooled();
      }
    }

    /** Sent again it would be refused again: that is said even when it cannot be kept. */
    private CompletableFuture<Answer> refuseInAnyCase(Rejection rejection) {
      return keep(rejection)
          .exceptionallyCompose(
              failure -> {
                if (Cause.of(failure) instanceof SpoolUnavailable) {
                  LOG.warn(
                      "request could not be kept: {} (source {})", rejection.rule(), source.name());
                  return CompletableFuture.completedFuture(Outcome.REJECTED);
                }
                return CompletableFuture.failedFuture(failure);
              })
          .thenApply(kept -> refused(422, rejection));
    }

    private Answer refused(int status, Rejection rejection) {
      counters.rejected(status);
      return Answer.refused(status, rejection);
    }

    private CompletableFuture<Outcome> keep(Rejection rejection) {
      String query = request.query();
      long size = arrival.sizeAsSent() + (query == null ? 0 : query.length());
      return keep(new Refusal(source.name(), receivedAt, rejection, request, size));
    }

    private CompletableFuture<Outcome> keep(Entry entry) {
      return safekeeping.keep(entry, TimeLeft.since(arrival.nanos()).forAll());
    }
  }
}
