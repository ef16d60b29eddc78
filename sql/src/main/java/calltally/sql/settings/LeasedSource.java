package calltally.sql.settings;

/**
 * A source whose notifications a running service takes.
 *
 * @param service the service in words
 */
record LeasedSource(int sourceId, String name, String service) {}
