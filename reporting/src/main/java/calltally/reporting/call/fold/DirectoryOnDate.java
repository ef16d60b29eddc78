package calltally.reporting.call.fold;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The directory as it is on the local date of a call. */
record DirectoryOnDate(DirectoryIndex directory, LocalDate date) {

  boolean isManager(@Nullable String number) {
    return number != null && directory.manager(number, date).isPresent();
  }

  /** Whether the directory lists the number as a line and not as a manager's. */
  boolean isOnlyLine(@Nullable String number) {
    return number != null && directory.line(number, date).isPresent() && !isManager(number);
  }

  /** The manager's name; a number that is in no directory stands for itself. */
  @Nullable String managerName(@Nullable String number) {
    return number == null
        ? null
        : directory.manager(number, date).map(NumberAssignment::name).orElse(number);
  }

  @Nullable String managerDepartment(@Nullable String number) {
    return number == null
        ? null
        : directory.manager(number, date).map(NumberAssignment::department).orElse(null);
  }

  @Nullable String lineName(@Nullable String number) {
    return number == null
        ? null
        : directory.line(number, date).map(NumberAssignment::name).orElse(null);
  }

  @Nullable String lineDepartment(@Nullable String number) {
    return number == null
        ? null
        : directory.line(number, date).map(NumberAssignment::department).orElse(null);
  }
}
