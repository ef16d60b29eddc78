package calltally.ingest.journal.importing;

import calltally.exchange.Notification;
import calltally.exchange.ParseResult;
import calltally.exchange.Rejection;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import calltally.ingest.file.line.FileLine;
import calltally.ingest.file.line.OriginalArrival;
import calltally.ingest.journal.JournalRow;
import calltally.ingest.journal.NotificationRow;
import calltally.ingest.journal.RejectedRow;
import calltally.ingest.journal.Source;
import calltally.ingest.journal.UnstorableRow;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * A line of a file and its parse result.
 *
 * @param source name of the source
 */
record ImportLine(FileLine line, String source, Instant receivedAt, ParseResult result) {

  static ImportLine read(FileLine line, Source source, Instant now) {
    OriginalArrival receipt = line.receipt();
    Instant receivedAt = receipt == null ? now : receipt.receivedAt();
    return new ImportLine(line, source.name(), receivedAt, line.read(source.reader(), now));
  }

  /** The same line, rejected because PostgreSQL refused it. */
  ImportLine rejected(UnstorableRow refused, Instant now) {
    return new ImportLine(line, source, now, refused.rejection());
  }

  boolean isNotification() {
    return result instanceof Notification;
  }

  /** The time of the notification, if the line is one and has a time. */
  Stream<Instant> occurredAt() {
    return result instanceof Notification notification
        ? Stream.ofNullable(notification.occurredAt())
        : Stream.empty();
  }

  JournalRow row() {
    return result instanceof Notification notification
        ? row(notification)
        : row((Rejection) result);
  }

  private NotificationRow row(Notification notification) {
    OriginalArrival receipt = line.receipt();
    return receipt == null
        ? NotificationRow.of(source, receivedAt, RequestMethod.FILE, notification)
        : NotificationRow.of(
            source, receivedAt, receipt.method(), notification.withDigest(receipt.digest()));
  }

  private RejectedRow row(Rejection rejection) {
    Rejection inFile =
        new Rejection(rejection.field(), "line " + line.number() + ": " + rejection.rule());
    return RejectedRow.of(
        source, receivedAt, inFile, NotifyRequest.line(line.bytes()), line.length());
  }
}
