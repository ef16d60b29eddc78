package calltally.ingest.journal;

import calltally.ingest.metrics.Counters;
import java.time.Duration;
import java.util.List;

/** Writes waiting rows in one statement, or in several when PostgreSQL refuses some. */
record WriteBatch(Journal journal, BatchSequence batches, Duration limit, Counters counters) {

  void write(List<WaitingRow> waiting) {
    BatchId batch = batches.next();
    List<WaitingRow> rows = waiting.stream().filter(row -> row.isTakenBy(batch)).toList();
    if (rows.isEmpty()) {
      return;
    }
    long start = System.nanoTime();
    try {
      List<StorageResult> results =
          journal.append(new Batch(rows.stream().map(WaitingRow::row).toList(), batch), limit);
      batches.commit();
      counters.flushed(rows.size(), Duration.ofNanos(System.nanoTime() - start));
      for (int row = 0; row < rows.size(); row++) {
        rows.get(row).complete(results.get(row));
      }
    } catch (UnstorableRow e) {
      batches.begin();
      separate(rows, e);
    } catch (JournalUnavailable | BatchOutOfOrder e) {
      batches.begin();
      fail(rows, JournalUnavailable.inDoubt(batch, e));
    }
  }

  /** PostgreSQL does not say which row it refuses; bisection finds it fastest. */
  private void separate(List<WaitingRow> rows, UnstorableRow refused) {
    if (rows.size() == 1) {
      fail(rows, refused);
    } else {
      int half = rows.size() / 2;
      write(rows.subList(0, half));
      write(rows.subList(half, rows.size()));
    }
  }

  static void fail(List<WaitingRow> rows, RuntimeException failure) {
    rows.forEach(row -> row.fail(failure));
  }
}
