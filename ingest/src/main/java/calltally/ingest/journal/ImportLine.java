package calltally.ingest.journal;

import calltally.ingest.journal.Lines.Line;
import calltally.ingest.notification.Method;
import calltally.ingest.notification.Notification;
import calltally.ingest.notification.RawRequest;
import calltally.ingest.notification.Reading;
import calltally.ingest.notification.Rejection;
import java.time.Instant;

/** A line of a file, and what has to be kept of it. */
record ImportLine(Line line, Entry entry, Row row) {

  static ImportLine read(Line line, Source source, Instant now) {
    Reading reading =
        line.isTooLong()
            ? new Rejection(null, "a line has at most " + Line.LONGEST + " bytes")
            : source.reader().read(RawRequest.line(line.bytes()), now);
    Entry entry =
        reading instanceof Notification notification
            ? new Delivery(source.name(), now, Method.FILE, notification)
            : refusal(line, source.name(), now, (Rejection) reading);
    return new ImportLine(line, entry, Row.of(entry));
  }

  /** The same line after PostgreSQL has refused what it says. */
  ImportLine refused(RowRefused refused, Instant now) {
    Refusal refusal = refusal(line, entry.source(), now, refused.rejection());
    return new ImportLine(line, refusal, Row.of(refusal));
  }

  private static Refusal refusal(Line line, String source, Instant now, Rejection rejection) {
    Rejection inFile =
        new Rejection(rejection.field(), "line " + line.number() + ": " + rejection.rule());
    return new Refusal(source, now, inFile, RawRequest.line(line.bytes()), line.length());
  }
}
