package calltally.ingest.receiver;

import calltally.ingest.journal.Delivery;
import calltally.ingest.journal.GroupCommit;
import calltally.ingest.journal.Journal;
import calltally.ingest.journal.JournalUnavailable;
import calltally.ingest.journal.Refusal;
import calltally.ingest.journal.RowRefused;
import calltally.ingest.journal.Source;
import calltally.ingest.notification.Method;
import calltally.ingest.notification.Notification;
import calltally.ingest.notification.Octets;
import calltally.ingest.notification.RawRequest;
import calltally.ingest.notification.Reading;
import calltally.ingest.notification.Rejection;
import calltally.ingest.receiver.RequestBody.Arrived;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
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
  private final GroupCommit commit;
  private final Journal journal;
  private final InstantSource clock;

  Intake(Doorkeeper doorkeeper, GroupCommit commit, Journal journal, InstantSource clock) {
    this.doorkeeper = doorkeeper;
    this.commit = commit;
    this.journal = journal;
    this.clock = clock;
  }

  /** Reads and stores nothing once, so that the first sender need not wait for what is cold. */
  void warmUp() {
    RawRequest request = new RawRequest(Method.GET, WARM_UP, null, Octets.NONE);
    for (Source source : doorkeeper.sources()) {
      Reading unused = source.reader().read(request, clock.instant());
    }
    journal.warmUp();
  }

  Answer answer(Knock knock) {
    Instant receivedAt = clock.instant();
    Optional<Source> source = doorkeeper.source(knock.token());
    if (source.isEmpty()) {
      knock.body().discard();
      return Answer.NOT_FOUND;
    }
    try {
      return switch (knock.method()) {
        case "GET" -> get(knock, source.get(), receivedAt);
        case "POST" -> post(knock, source.get(), receivedAt);
        default -> {
          knock.body().discard();
          yield Answer.METHOD_NOT_ALLOWED;
        }
      };
    } catch (JournalUnavailable e) {
      return Answer.UNAVAILABLE;
    }
  }

  private Answer get(Knock knock, Source source, Instant receivedAt) {
    knock.body().discard();
    RawRequest request =
        new RawRequest(Method.GET, knock.query(), knock.contentType(), Octets.NONE);
    return new Visit(source, receivedAt, request, 0, knock.time()).read();
  }

  private Answer post(Knock knock, Source source, Instant receivedAt) {
    Arrived body = knock.body().read(knock.time().forBody());
    RawRequest request =
        new RawRequest(Method.POST, knock.query(), knock.contentType(), body.bytes());
    Visit visit = new Visit(source, receivedAt, request, body.size(), knock.time());
    if (body.isTooLong()) {
      return visit.refuse(413, TOO_LONG);
    }
    if (!body.complete()) {
      return visit.refuse(408, INCOMPLETE);
    }
    return knock.isCompressed() ? visit.refuse(415, COMPRESSED) : visit.read();
  }

  /** A request whose source is known and whose content is there. */
  private final class Visit {

    private final Source source;
    private final Instant receivedAt;
    private final RawRequest request;
    private final long bodySize;
    private final TimeLeft time;

    Visit(Source source, Instant receivedAt, RawRequest request, long bodySize, TimeLeft time) {
      this.source = source;
      this.receivedAt = receivedAt;
      this.request = request;
      this.bodySize = bodySize;
      this.time = time;
    }

    Answer read() {
      Reading reading = source.reader().read(request, receivedAt);
      return reading instanceof Notification notification
          ? store(notification)
          : refuse(422, (Rejection) reading);
    }

    Answer refuse(int status, Rejection rejection) {
      keep(rejection);
      return Answer.refused(status, rejection);
    }

    private Answer store(Notification notification) {
      Delivery delivery = new Delivery(source.id(), receivedAt, request.method(), notification);
      try {
        commit.store(delivery, time.forAll());
        return Answer.STORED;
      } catch (RowRefused e) {
        return refuseInAnyCase(e.rejection());
      }
    }

    /** Sent again it would be refused again: that is said even when it cannot be kept. */
    private Answer refuseInAnyCase(Rejection rejection) {
      try {
        keep(rejection);
      } catch (JournalUnavailable e) {
        LOG.warn("request could not be kept: {} (source {})", rejection.rule(), source.name());
      }
      return Answer.refused(422, rejection);
    }

    private void keep(Rejection rejection) {
      String query = request.query();
      long size = bodySize + (query == null ? 0 : query.length());
      journal.refuse(new Refusal(source.id(), receivedAt, rejection, request, size), time.forAll());
    }
  }
}
