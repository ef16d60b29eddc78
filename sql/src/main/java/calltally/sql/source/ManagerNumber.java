package calltally.sql.source;

import org.jspecify.annotations.Nullable;

/**
 * A number or extension of a manager.
 *
 * @param number normalised like the numbers of notifications
 * @param manager the person's name
 * @param department null when not given
 */
public record ManagerNumber(String number, String manager, @Nullable String department) {}
