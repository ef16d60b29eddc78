package calltally.reporting.call.fold;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The directory as it is on the local date of a call. */
public record DirectoryDay(Directory directory, LocalDate date) {

  boolean isManager(@Nullable String number) {
    return number != null && directory.manager(number, date).isPresent();
  }

  /** The directory lists the number as a line and not as a manager's. */
  boolean isOnlyLine(@Nullable String number) {
    return number != null && directory.line(number, date).isPresent() && !isManager(number);
  }

  /** The manager's name; a number in no directory stands for itself. */
  public @Nullable String managerName(@Nullable String number) {
    return number == null ? null : directory.manager(number, date).map(Entry::name).orElse(number);
  }

  public @Nullable String managerDepartment(@Nullable String number) {
    return number == null
        ? null
        : directory.manager(number, date).map(Entry::department).orElse(null);
  }

  public @Nullable String lineName(@Nullable String number) {
    return number == null ? null : directory.line(number, date).map(Entry::name).orElse(null);
  }

  public @Nullable String lineDepartment(@Nullable String number) {
    return number == null ? null : directory.line(number, date).map(Entry::department).orElse(null);
  }
}
