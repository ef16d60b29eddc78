package calltally.sql.settings;

import java.time.ZoneId;

/**
 * A stored source.
 *
 * @param region ISO 3166 region of its national telephone numbers
 * @param active false when no longer configured: readable, but accepts no notifications
 */
public record SourceRow(int sourceId, String name, ZoneId zone, String region, boolean active) {}
