package calltally.ingest.journal;

import java.time.Duration;
import java.util.UUID;

/** Numbers the batches of the group commit; each failure starts a new sequence. */
final class BatchSequence {

  private UUID id = UUID.randomUUID();
  private long committed;
  private volatile long nanosOfLastCommit = System.nanoTime() - Duration.ofDays(1).toNanos();

  BatchId next() {
    return new BatchId(id, committed, committed + 1);
  }

  void commit() {
    committed++;
    nanosOfLastCommit = System.nanoTime();
  }

  /** Whether a batch was committed so recently; any thread may ask. */
  boolean hasCommittedWithin(Duration time) {
    return System.nanoTime() - nanosOfLastCommit <= time.toNanos();
  }

  /** Starts a new sequence, so that no later batch is mistaken for the failed one. */
  void begin() {
    id = UUID.randomUUID();
    committed = 0;
  }
}
