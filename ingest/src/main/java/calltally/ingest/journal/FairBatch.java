package calltally.ingest.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** A batch in the making: the next row is of the source that has the fewest characters in it. */
final class FairBatch<R extends QueuedRow> {

  private final Bounds bounds;
  private final PriorityQueue<Share<R>> shares =
      new PriorityQueue<>(
          Comparator.<Share<R>>comparingLong(share -> share.characters)
              .thenComparing(share -> share.turn));
  private final List<R> rows = new ArrayList<>();
  private long characters;

  FairBatch(Bounds bounds) {
    this.bounds = bounds;
  }

  /** Lets a source take part; among equals, the first one added comes first. */
  void add(SourceQueue<R> source) {
    shares.add(new Share<>(source, shares.size()));
  }

  /** Moves rows from the queues, as many as the bounds allow; at least one, however long. */
  List<R> fill() {
    for (Share<R> next = shares.poll(); next != null; next = shares.poll()) {
      R row = next.source.oldest();
      if (rows.isEmpty() || bounds.allow(rows.size() + 1, characters + row.length())) {
        rows.add(next.source.removeOldest());
        characters += row.length();
        next.characters += row.length();
        if (!next.source.isEmpty()) {
          shares.add(next);
        }
      }
    }
    return rows;
  }

  /** The part of the batch that belongs to a source. */
  private static final class Share<R extends QueuedRow> {

    private final SourceQueue<R> source;
    private final int turn;
    private long characters;

    private Share(SourceQueue<R> source, int turn) {
      this.source = source;
      this.turn = turn;
    }
  }
}
