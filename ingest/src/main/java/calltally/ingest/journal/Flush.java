package calltally.ingest.journal;

import calltally.ingest.metrics.Counters;
import java.time.Duration;
import java.util.List;

/** Writes waiting rows by one statement, or by several where PostgreSQL refuses some of them. */
record Flush(Journal journal, Duration limit, Counters counters) {

  void write(List<WaitingRow> rows) {
    long start = System.nanoTime();
    try {
      List<Outcome> outcomes =
          journal.appendRows(rows.stream().map(WaitingRow::json).toList(), limit);
      counters.flushed(rows.size(), Duration.ofNanos(System.nanoTime() - start));
      for (int row = 0; row < rows.size(); row++) {
        rows.get(row).fate().complete(outcomes.get(row));
      }
    } catch (RowRefused e) {
      separate(rows, e);
    } catch (JournalUnavailable e) {
      fail(rows, e);
    }
  }

  /** PostgreSQL does not say which row it refuses: halves find it soonest. */
  private void separate(List<WaitingRow> rows, RowRefused refused) {
    if (rows.size() == 1) {
      fail(rows, refused);
    } else {
      int half = rows.size() / 2;
      write(rows.subList(0, half));
      write(rows.subList(half, rows.size()));
    }
  }

  static void fail(List<WaitingRow> rows, RuntimeException failure) {
    rows.forEach(row -> row.fate().completeExceptionally(failure));
  }
}
