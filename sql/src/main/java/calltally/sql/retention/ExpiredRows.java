package calltally.sql.retention;

import java.time.Instant;

/**
 * What would go of one source.
 *
 * @param kind what would be done, in words
 * @param until what lies before is concerned
 * @param amount notifications, or calls
 */
public record ExpiredRows(String source, String kind, Instant until, long amount) {}
