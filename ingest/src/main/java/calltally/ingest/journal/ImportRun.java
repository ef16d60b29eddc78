package calltally.ingest.journal;

import calltally.ingest.file.FileLine;
import calltally.ingest.file.NotificationFile;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One import under way: while a batch of lines is written, the next one is read. */
final class ImportRun {

  private static final int BATCH = 1000;
  private static final int BATCH_BYTES = 4 << 20;

  private final Source source;
  private final ImportBatch batches;
  private final InstantSource clock;
  private final ProgressListener listener;
  private final ExecutorService writer = Executors.newSingleThreadExecutor();
  private CompletableFuture<ImportTotals> written =
      CompletableFuture.completedFuture(ImportTotals.NONE);
  private ImportTotals totals = ImportTotals.NONE;

  ImportRun(Source source, ImportBatch batches, InstantSource clock, ProgressListener listener) {
    this.source = source;
    this.batches = batches;
    this.clock = clock;
    this.listener = listener;
  }

  ImportTotals over(NotificationFile lines) throws IOException {
    try {
      for (List<ImportLine> batch = read(lines); !batch.isEmpty(); batch = read(lines)) {
        write(batch);
      }
    } finally {
      awaitWritten();
      writer.shutdown();
    }
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
      batch.add(ImportLine.read(line.get(), source, clock.instant()));
      bytes += line.get().length();
    }
    return batch;
  }

  private void write(List<ImportLine> batch) {
    awaitWritten();
    written = CompletableFuture.supplyAsync(() -> batches.write(batch), writer);
  }

  private void awaitWritten() {
    CompletableFuture<ImportTotals> last = written;
    written = CompletableFuture.completedFuture(ImportTotals.NONE);
    try {
      ImportTotals more = last.join();
      if (more.lines() > 0) {
        totals = totals.plus(more);
        listener.progress(totals);
      }
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }
}
