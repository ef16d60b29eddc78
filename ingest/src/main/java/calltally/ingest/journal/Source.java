package calltally.ingest.journal;

import calltally.ingest.notification.NotificationReader;

/**
 * A source that takes notifications.
 *
 * @param reader reads what it sends, in its zone and region
 */
public record Source(String name, NotificationReader reader) {}
