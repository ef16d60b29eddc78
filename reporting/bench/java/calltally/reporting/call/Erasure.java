package calltally.reporting.call;

import calltally.sql.retention.CustomerRecords;
import calltally.sql.retention.NumberIndexes;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** Erases customers from a long history. */
record Erasure(GeneratedJournal journal, LocalDate today) {

  private static final int USUAL_CALLS = 15;

  /**
   * Indexes past months as the upkeep of every night does, erases a customer with a usual number of
   * calls and the one with the most, and prints what each took.
   */
  void run() {
    long start = System.nanoTime();
    int months = new NumberIndexes(journal.database()).create(today);
    System.out.printf(
        Locale.ROOT, "indexed %d months by number: %,d ms%n", months, millisecondsSince(start));
    erase("abs(count(*) - " + USUAL_CALLS + ")");
    erase("count(*) desc");
  }

  private void erase(String order) {
    CustomerRecords customer =
        new CustomerRecords(journal.database(), 1, journal.customerFirstBy(order));
    long start = System.nanoTime();
    Map<String, Long> erased = customer.erase();
    System.out.printf(
        Locale.ROOT, "erased a customer: %,d ms, %s%n", millisecondsSince(start), erased);
  }

  private static long millisecondsSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
