package calltally.ingest.journal;

import calltally.ingest.file.FileLine;
import calltally.ingest.notification.Method;
import calltally.ingest.notification.Notification;
import calltally.ingest.notification.RawRequest;
import calltally.ingest.notification.Reading;
import calltally.ingest.notification.Rejection;
import java.time.Instant;

/** A line of a file, and what has to be kept of it. */
record ImportLine(FileLine line, Entry entry) {

  static ImportLine read(FileLine line, Source source, Instant now) {
    Reading reading =
        line.damage() == null
            ? source.reader().read(RawRequest.line(line.bytes()), now)
            : line.damage();
    Entry entry =
        reading instanceof Notification notification
            ? new Delivery(source.name(), now, Method.FILE, notification)
            : refusal(line, source.name(), now, (Rejection) reading);
    return new ImportLine(line, entry);
  }

  /** The same line after PostgreSQL has refused what it says. */
  ImportLine refused(RowRefused refused, Instant now) {
    return new ImportLine(line, refusal(line, entry.source(), now, refused.rejection()));
  }

  boolean isDelivery() {
    return entry instanceof Delivery;
  }

  /** What it says, if it {@link #isDelivery is} one. */
  Delivery delivery() {
    return (Delivery) entry;
  }

  Written written() {
    return Written.of(entry);
  }

  private static Refusal refusal(FileLine line, String source, Instant now, Rejection rejection) {
    Rejection inFile =
        new Rejection(rejection.field(), "line " + line.number() + ": " + rejection.rule());
    return new Refusal(source, now, inFile, RawRequest.line(line.bytes()), line.length());
  }
}
