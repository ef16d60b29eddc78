package calltally.ingest.journal;

import calltally.ingest.journal.Lines.Line;
import calltally.ingest.notification.Method;
import calltally.ingest.notification.Notification;
import calltally.ingest.notification.RawRequest;
import calltally.ingest.notification.Reading;
import calltally.ingest.notification.Rejection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One import under way: its lines in batches, of bounded memory. */
final class ImportRun {

  private static final int BATCH = 1000;
  private static final int BATCH_BYTES = 4 << 20;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Source source;
  private final Journal journal;
  private final Partitions partitions;
  private final InstantSource clock;
  private final List<Delivery> batch = new ArrayList<>();
  private long batchBytes;
  private ImportTotals totals = ImportTotals.NONE;

  ImportRun(Source source, Journal journal, Partitions partitions, InstantSource clock) {
    this.source = source;
    this.journal = journal;
    this.partitions = partitions;
    this.clock = clock;
  }

  ImportTotals over(Lines lines, ProgressListener listener) throws IOException {
    for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      take(line.get());
      if (batch.size() == BATCH || batchBytes >= BATCH_BYTES) {
        append();
        listener.progress(totals);
      }
    }
    append();
    listener.progress(totals);
    return totals;
  }

  private void take(Line line) {
    Instant now = clock.instant();
    Reading reading = read(line, now);
    if (reading instanceof Notification notification) {
      batch.add(new Delivery(source.id(), now, Method.FILE, notification));
      batchBytes += line.length();
    } else if (reading instanceof Rejection rejection) {
      refuse(line, rejection, now);
    }
  }

  private Reading read(Line line, Instant now) {
    return line.isTooLong()
        ? new Rejection(null, "a line has at most " + Line.LONGEST + " bytes")
        : source.reader().read(RawRequest.line(line.bytes()), now);
  }

  private void refuse(Line line, Rejection rejection, Instant now) {
    Rejection inFile =
        new Rejection(rejection.field(), "line " + line.number() + ": " + rejection.rule());
    RawRequest request = RawRequest.line(line.bytes());
    journal.refuse(new Refusal(source.id(), now, inFile, request, line.length()), LIMIT);
    totals = totals.plus(new ImportTotals(0, 0, 1));
  }

  private void append() {
    partitions.createFor(batch);
    List<Outcome> outcomes = journal.append(batch, LIMIT);
    long stored = outcomes.stream().filter(Outcome.STORED::equals).count();
    totals = totals.plus(new ImportTotals(stored, outcomes.size() - stored, 0));
    batch.clear();
    batchBytes = 0;
  }
}
