package calltally.ingest.journal;

import java.util.UUID;

/** Numbers the batches of the group commit; a new sequence begins wherever one failed. */
final class Writer {

  private UUID id = UUID.randomUUID();
  private long committed;

  Ticket next() {
    return new Ticket(id, committed, committed + 1);
  }

  void commit() {
    committed++;
  }

  /** Nobody may take a later batch for the one that failed. */
  void begin() {
    id = UUID.randomUUID();
    committed = 0;
  }
}
