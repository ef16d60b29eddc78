package calltally.app.demo.exchange;

import java.util.SortedMap;
import java.util.TreeMap;

/** Counts answers while they come in, from any thread. */
final class PostingCount {

  private final PostingListener listener;
  private final SortedMap<Integer, Long> byStatus = new TreeMap<>();
  private long failed;
  private long posted;

  PostingCount(PostingListener listener) {
    this.listener = listener;
  }

  synchronized void answered(int status) {
    byStatus.merge(status, 1L, Long::sum);
    listener.posted(++posted);
  }

  synchronized void failed() {
    failed++;
    listener.posted(++posted);
  }

  synchronized PostingTotals totals() {
    return new PostingTotals(byStatus, failed);
  }
}
