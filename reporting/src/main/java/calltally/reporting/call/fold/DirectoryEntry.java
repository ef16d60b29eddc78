package calltally.reporting.call.fold;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the directory: what a number is called on the local dates {@code [from, until)}.
 *
 * @param name the manager's or the line's name
 * @param department null when not given
 * @param from null when valid since ever
 * @param until null when valid for ever
 */
public record DirectoryEntry(
    String name, @Nullable String department, @Nullable LocalDate from, @Nullable LocalDate until) {

  boolean validOn(LocalDate date) {
    return (from == null || !date.isBefore(from)) && (until == null || date.isBefore(until));
  }
}
