package calltally.ingest.journal.rejected;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rejected request, without its content.
 *
 * @param source its name
 * @param receivedAt our clock on arrival
 * @param reason the rule that it broke
 * @param field the field that broke the rule; null when no single field did
 * @param size length of query and body as sent, in bytes
 */
public record RejectedRequest(
    long id, String source, Instant receivedAt, String reason, @Nullable String field, long size) {}
