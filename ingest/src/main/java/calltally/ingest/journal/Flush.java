package calltally.ingest.journal;

import calltally.ingest.metrics.Counters;
import java.time.Duration;
import java.util.List;

/** Writes waiting rows by one statement, or by several where PostgreSQL refuses some of them. */
record Flush(Journal journal, Writer writer, Duration limit, Counters counters) {

  void write(List<WaitingRow> waiting) {
    Ticket ticket = writer.next();
    List<WaitingRow> rows = waiting.stream().filter(row -> row.isTakenBy(ticket)).toList();
    if (rows.isEmpty()) {
      return;
    }
    long start = System.nanoTime();
    try {
      List<Outcome> outcomes =
          journal.append(new Batch(rows.stream().map(WaitingRow::entry).toList(), ticket), limit);
      writer.commit();
      counters.flushed(rows.size(), Duration.ofNanos(System.nanoTime() - start));
      for (int row = 0; row < rows.size(); row++) {
        rows.get(row).complete(outcomes.get(row));
      }
    } catch (RowRefused e) {
      writer.begin();
      separate(rows, e);
    } catch (JournalUnavailable | TicketRefused e) {
      writer.begin();
      fail(rows, JournalUnavailable.inDoubt(ticket, e));
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
    rows.forEach(row -> row.fail(failure));
  }
}
