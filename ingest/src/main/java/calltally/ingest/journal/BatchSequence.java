package calltally.ingest.journal;

import java.util.UUID;

/** Numbers the batches of the group commit; each failure starts a new sequence. */
final class BatchSequence {

  private UUID id = UUID.randomUUID();
  private long committed;

  BatchId next() {
    return new BatchId(id, committed, committed + 1);
  }

  void commit() {
    committed++;
  }

  /** Starts a new sequence, so that no later batch is mistaken for the failed one. */
  void begin() {
    id = UUID.randomUUID();
    committed = 0;
  }
}
