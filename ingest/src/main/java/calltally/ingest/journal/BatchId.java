package calltally.ingest.journal;

import java.util.UUID;

/**
 * The place of a batch among those of its writer.
 *
 * <p>The database takes no batch twice, and none out of its order.
 *
 * @param after the batch before it; 0 for none
 */
public record BatchId(UUID writer, long after, long batch) {}
