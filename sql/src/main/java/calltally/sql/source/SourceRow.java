package calltally.sql.source;

import java.time.ZoneId;

/**
 * A source that the database knows.
 *
 * @param active false when it left the configuration: readable, but takes no notifications
 */
public record SourceRow(int sourceId, String name, ZoneId zone, boolean active) {}
