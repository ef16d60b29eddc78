package calltally.ingest.journal;

import calltally.ingest.file.FileLine;
import calltally.ingest.file.Receipt;
import calltally.ingest.notification.Method;
import calltally.ingest.notification.Notification;
import calltally.ingest.notification.RawRequest;
import calltally.ingest.notification.Reading;
import calltally.ingest.notification.Rejection;
import java.time.Instant;

/** A line of a file, and what has to be kept of it. */
record ImportLine(FileLine line, Entry entry) {

  static ImportLine read(FileLine line, Source source, Instant now) {
    Instant receivedAt = line.receipt() == null ? now : line.receipt().receivedAt();
    Reading reading =
        line.damage() == null
            ? source.reader().read(RawRequest.line(line.bytes()), receivedAt)
            : line.damage();
    Entry entry =
        reading instanceof Notification notification
            ? delivery(line, source.name(), receivedAt, notification)
            : refusal(line, source.name(), receivedAt, (Rejection) reading);
    return new ImportLine(line, entry);
  }

  private static Delivery delivery(
      FileLine line, String source, Instant receivedAt, Notification notification) {
    Receipt receipt = line.receipt();
    return receipt == null
        ? new Delivery(source, receivedAt, Method.FILE, notification)
        : new Delivery(
            source, receivedAt, receipt.method(), notification.withDigest(receipt.digest()));
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
