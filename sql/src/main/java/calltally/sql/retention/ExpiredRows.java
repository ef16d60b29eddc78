package calltally.sql.retention;

import java.time.Instant;

/**
 * Data of one source that has expired.
 *
 * @param kind what would be done, in words
 * @param until data from before this instant is affected
 * @param amount number of notifications, or of calls
 */
public record ExpiredRows(String source, String kind, Instant until, long amount) {}
