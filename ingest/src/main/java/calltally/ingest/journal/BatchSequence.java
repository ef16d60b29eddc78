package calltally.ingest.journal;

import java.util.UUID;

/** Numbers the batches of the group commit; a new sequence begins wherever one failed. */
final class BatchSequence {

  private UUID id = UUID.randomUUID();
  private long committed;

  BatchId next() {
    return new BatchId(id, committed, committed + 1);
  }

  void commit() {
    committed++;
  }

  /** No later batch may be taken for the one that failed. */
  void begin() {
    id = UUID.randomUUID();
    committed = 0;
  }
}
