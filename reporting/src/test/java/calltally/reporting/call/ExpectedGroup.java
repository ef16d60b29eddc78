package calltally.reporting.call;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** What the calls of a group have in common; null where they may differ. */
record ExpectedGroup(
    @Nullable LocalDate startsOn,
    @Nullable Integer weekday,
    @Nullable Integer hour,
    @Nullable String line,
    @Nullable String department) {

  static final ExpectedGroup WHOLE = new ExpectedGroup(null, null, null, null, null);

  static ExpectedGroup of(String per, ExpectedCall call) {
    String department = call.directory().lineDepartment(call.line(), call.date());
    return new ExpectedGroup(
        startsOn(per, call.date()),
        per.equals("weekday_hour") ? call.date().getDayOfWeek().getValue() : null,
        per.endsWith("hour") ? call.localStart().getHour() : null,
        per.equals("line") ? call.line() : null,
        per.equals("department") ? department : null);
  }

  private static @Nullable LocalDate startsOn(String per, LocalDate date) {
    return switch (per) {
      case "day" -> date;
      case "week" -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case "month" -> date.withDayOfMonth(1);
      default -> null;
    };
  }
}
