package calltally.ingest.journal;

import calltally.ingest.notification.Method;
import calltally.ingest.notification.Notification;
import java.time.Instant;

/**
 * A notification as one delivery brought it; delivered again, it is a delivery of its own.
 *
 * @param source name of the source
 * @param receivedAt our clock when it arrived
 */
public record Delivery(String source, Instant receivedAt, Method method, Notification notification)
    implements Entry {}
