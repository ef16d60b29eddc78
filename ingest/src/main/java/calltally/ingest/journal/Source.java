package calltally.ingest.journal;

import calltally.exchange.NotificationReader;

/**
 * A source that accepts notifications.
 *
 * @param reader reads its requests in its zone and region
 */
public record Source(String name, NotificationReader reader) {}
