package calltally.ingest.journal;

import java.util.UUID;

/**
 * The position of a batch in its writer's sequence.
 *
 * <p>The database stores no batch twice, and none out of order.
 *
 * @param after the batch before it; 0 for none
 */
public record BatchId(UUID writer, long after, long batch) {}
