package calltally.ingest.receiver;

import calltally.ingest.journal.Delivery;
import calltally.ingest.journal.Journal;
import calltally.ingest.journal.JournalUnavailable;
import calltally.ingest.journal.Refusal;
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
import java.util.List;
import java.util.Optional;

/** What is done with a request: who sends it, what it says, where it is kept. */
final class Intake {

  private static final Rejection TOO_LONG =
      new Rejection(null, "a body has at most " + RequestBody.LONGEST + " bytes");
  private static final Rejection COMPRESSED =
      new Rejection(null, "a body has to come uncompressed");
  private static final Rejection INCOMPLETE =
      new Rejection(null, "a body has to arrive completely and in time");

  private final Doorkeeper doorkeeper;
  private final Journal journal;
  private final InstantSource clock;

  Intake(Doorkeeper doorkeeper, Journal journal, InstantSource clock) {
    this.doorkeeper = doorkeeper;
    this.journal = journal;
    this.clock = clock;
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
      String query = request.query();
      long size = bodySize + (query == null ? 0 : query.length());
      Refusal refusal = new Refusal(source.id(), receivedAt, rejection, request, size);
      journal.refuse(refusal, time.forAll());
      return Answer.refused(status, rejection);
    }

    private Answer store(Notification notification) {
      Delivery delivery = new Delivery(source.id(), receivedAt, request.method(), notification);
      journal.append(List.of(delivery), time.forAll());
      return Answer.STORED;
    }
  }
}
