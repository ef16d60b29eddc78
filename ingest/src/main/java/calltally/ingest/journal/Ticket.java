package calltally.ingest.journal;

import java.util.UUID;

/**
 * The place of a batch among those of its writer: the database takes no batch twice, and none out
 * of its order.
 *
 * @param after the batch before it; 0 for none
 */
public record Ticket(UUID writer, long after, long batch) {}
