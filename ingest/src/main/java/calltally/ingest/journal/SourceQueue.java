package calltally.ingest.journal;

import java.util.ArrayDeque;
import java.util.Deque;

/** The waiting rows of one source, oldest first. */
final class SourceQueue<R extends QueuedRow> {

  private final Deque<R> rows = new ArrayDeque<>();
  private long characters;

  void add(R row) {
    rows.add(row);
    characters += row.length();
  }

  R oldest() {
    return rows.getFirst();
  }

  R removeOldest() {
    return removed(rows.removeFirst());
  }

  R removeNewest() {
    return removed(rows.removeLast());
  }

  boolean remove(R row) {
    boolean wasWaiting = rows.remove(row);
    if (wasWaiting) {
      characters -= row.length();
    }
    return wasWaiting;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  int rows() {
    return rows.size();
  }

  long characters() {
    return characters;
  }

  private R removed(R row) {
    characters -= row.length();
    return row;
  }
}
