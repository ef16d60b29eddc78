package calltally.sql.settings;

/** An active source, and which requests it accepts. */
record SourceAccess(int sourceId, String name, AccessSettings access) {}
