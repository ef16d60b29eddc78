package calltally.sql.analytics;

/**
 * A column of a view or of a function's rows.
 *
 * @param type as PostgreSQL writes it
 * @param meaning with unit, zone, and what its absence means
 */
public record AnalyticsColumn(String name, String type, String meaning) {}
