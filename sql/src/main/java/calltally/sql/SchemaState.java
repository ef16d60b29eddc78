package calltally.sql;

import org.jspecify.annotations.Nullable;

/**
 * How the schema of a database stands to the one that this program knows.
 *
 * @param found version that the database has; null before the first migration
 * @param newest version that this program knows
 * @param pending migrations that would be applied
 * @param isTooNew a newer program has been there
 * @param isUnreleased an unreleased build has made it, with other tables
 */
public record SchemaState(
    @Nullable String found, String newest, int pending, boolean isTooNew, boolean isUnreleased) {}
