package calltally.app.demo.exchange;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How deliveries were answered.
 *
 * @param byStatus deliveries by the status of the answer
 * @param failed deliveries without an answer: refused, broken off, or not within two seconds
 */
public record PostingTotals(SortedMap<Integer, Long> byStatus, long failed) {

  public PostingTotals {
    byStatus = Collections.unmodifiableSortedMap(new TreeMap<>(byStatus));
  }

  /** Deliveries sent, with or without an answer. */
  public long sent() {
    return failed + byStatus.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Deliveries answered with a status from 200 to 299. */
  public long accepted() {
    return byStatus.subMap(200, 300).values().stream().mapToLong(Long::longValue).sum();
  }
}
