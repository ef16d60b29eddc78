package calltally.reporting.report;

import calltally.sql.settings.WorkingHours;
import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a period by hour, by day and by hour of the week.
 *
 * @param hours every local hour if the period is one date; else empty
 * @param days every date of the period
 * @param daysBefore for each of them the same weekday some weeks earlier
 * @param workingTime set if the period is one date and working hours are configured; else null
 * @param workingHours the source's, of every weekday
 * @param weekdayHours counts of the four weeks that end with the period, or of the period if it is
 *     longer
 */
public record CallTrend(
    List<HourCalls> hours,
    List<DayCalls> days,
    List<DayCalls> daysBefore,
    @Nullable WorkingTime workingTime,
    WorkingHours workingHours,
    List<WeekdayHourCalls> weekdayHours) {

  public CallTrend {
    hours = List.copyOf(hours);
    days = List.copyOf(days);
    daysBefore = List.copyOf(daysBefore);
    weekdayHours = List.copyOf(weekdayHours);
  }

  /** Whether nobody works in the hour of the weekday. */
  public boolean isClosed(DayOfWeek weekday, int hour) {
    return !WorkingTime.isWorked(workingHours, weekday, hour);
  }
}
