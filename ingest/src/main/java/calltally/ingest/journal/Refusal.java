package calltally.ingest.journal;

import calltally.ingest.notification.RawRequest;
import calltally.ingest.notification.Rejection;
import java.time.Instant;

/**
 * Something received that could not become a notification, to be kept as it came.
 *
 * @param source name of the source
 * @param receivedAt our clock when it arrived
 * @param request what came; of a long body its beginning
 * @param size length of query and body as sent, in bytes
 */
public record Refusal(
    String source, Instant receivedAt, Rejection rejection, RawRequest request, long size)
    implements Entry {}
