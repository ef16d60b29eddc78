package calltally.app.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How much a total has grown in ten minutes, when it is looked at every minute. */
final class RefusalWindow {

  private static final int LOOKS = 10;

  private final Deque<Long> totals = new ArrayDeque<>(List.of(0L));

  /** The growth up to this total. */
  long growth(long total) {
    totals.addLast(total);
    if (totals.size() > LOOKS + 1) {
      totals.removeFirst();
    }
    return total - totals.getFirst();
  }
}
