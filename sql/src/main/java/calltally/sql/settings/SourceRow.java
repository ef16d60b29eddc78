package calltally.sql.settings;

import java.time.ZoneId;

/**
 * A source that the database knows.
 *
 * @param region ISO 3166 region of its national telephone numbers
 * @param active false when it left the configuration: readable, but takes no notifications
 */
public record SourceRow(int sourceId, String name, ZoneId zone, String region, boolean active) {}
