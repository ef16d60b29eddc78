package calltally.reporting.call.fold;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the directory: what a number means on the local dates {@code [from, until)}.
 *
 * @param name the manager's or the line's name
 * @param department null when not given
 * @param from null when valid from the beginning
 * @param until null when valid without end
 */
public record NumberAssignment(
    String name, @Nullable String department, @Nullable LocalDate from, @Nullable LocalDate until) {

  boolean validOn(LocalDate date) {
    return (from == null || !date.isBefore(from)) && (until == null || date.isBefore(until));
  }
}
