package calltally.sql;

import org.jspecify.annotations.Nullable;

/**
 * The schema of a database compared with the one that this program knows.
 *
 * @param found version of the database; null before the first migration
 * @param newest version that this program knows
 * @param pending migrations that would be applied
 * @param isTooNew whether a newer program has upgraded it
 * @param isUnreleased whether an unreleased build made it, with different tables
 */
public record SchemaState(
    @Nullable String found, String newest, int pending, boolean isTooNew, boolean isUnreleased) {}
