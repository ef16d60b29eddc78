package calltally.ingest.journal.importing;

import calltally.exchange.Notification;
import calltally.exchange.Rejection;
import calltally.ingest.file.NotificationFile;
import calltally.ingest.file.line.FileLine;
import calltally.ingest.journal.Journal;
import calltally.ingest.journal.Partitions;
import calltally.ingest.journal.Source;
import java.io.IOException;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A single import, which reads one batch of lines while two are being written.
 *
 * <p>So neither PostgreSQL nor the reader waits for the other.
 */
final class ImportRun {

  private static final int BATCH = 1000;
  private static final int BATCH_BYTES = 4 << 20;
  private static final int WRITERS = 2;

  private final Source source;
  private final Partitions partitions;
  private final ImportWriter writer;
  private final InstantSource clock;
  private final ProgressListener listener;
  private final ExecutorService writing = Executors.newFixedThreadPool(WRITERS);
  private final Queue<CompletableFuture<ImportTotals>> underWay = new ArrayDeque<>();
  private ImportTotals totals = ImportTotals.NONE;

  ImportRun(
      Source source,
      Journal journal,
      Partitions partitions,
      InstantSource clock,
      ProgressListener listener) {
    this.source = source;
    this.partitions = partitions;
    this.writer = new ImportWriter(journal, clock, listener);
    this.clock = clock;
    this.listener = listener;
  }

  ImportTotals over(NotificationFile lines) throws IOException {
    try {
      for (List<ImportLine> batch = read(lines); !batch.isEmpty(); batch = read(lines)) {
        write(batch);
      }
    } finally {
      try {
        awaitWritten(0);
      } finally {
        writing.shutdown();
      }
    }
    lines.notices().forEach(listener::noticed);
    return totals.passingOver(lines.passedOver());
  }

  private List<ImportLine> read(NotificationFile lines) throws IOException {
    List<ImportLine> batch = new ArrayList<>(BATCH);
    long bytes = 0;
    while (batch.size() < BATCH && bytes < BATCH_BYTES) {
      Optional<FileLine> line = lines.next();
      if (line.isEmpty()) {
        break;
      }
      batch.add(read(line.get(), lines));
      bytes += line.get().length();
    }
    return batch;
  }

  private ImportLine read(FileLine line, NotificationFile file) {
    ImportLine read = ImportLine.read(line, source, clock.instant());
    if (read.result() instanceof Rejection why) {
      listener.rejected(line.number(), why);
    } else if (read.result() instanceof Notification notification) {
      file.remark(line, notification);
    }
    return read;
  }

  private void write(List<ImportLine> lines) {
    createMonths(partitions.unknown(lines.stream().flatMap(ImportLine::occurredAt)));
    awaitWritten(WRITERS - 1);
    underWay.add(CompletableFuture.supplyAsync(() -> writer.write(ImportBatch.of(lines)), writing));
  }

  /** Creates partitions while nothing is being written, as they need the journal for themselves. */
  private void createMonths(List<YearMonth> months) {
    if (!months.isEmpty()) {
      awaitWritten(0);
      months.forEach(month -> partitions.create(month, listener::waiting));
    }
  }

  /** Returns when at most that many batches are still being written. */
  private void awaitWritten(int atMost) {
    while (underWay.size() > atMost) {
      try {
        totals = totals.plus(underWay.remove().join());
        listener.progress(totals);
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException failure ? failure : e;
      }
    }
  }
}
