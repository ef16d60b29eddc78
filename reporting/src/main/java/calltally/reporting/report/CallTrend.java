package calltally.reporting.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a period through its time.
 *
 * @param hours every local hour of a period of one date; none for a longer one
 * @param days every date of the period
 * @param daysBefore every date of the period that it is compared with
 * @param workingTime of a period of one date; null when no working hours are configured
 * @param weekdayHours of the four weeks that end with the period, or of the period when it is
 *     longer
 */
public record CallTrend(
    List<HourCalls> hours,
    List<DayCalls> days,
    List<DayCalls> daysBefore,
    @Nullable WorkingTime workingTime,
    List<WeekdayHourCalls> weekdayHours) {

  public CallTrend {
    hours = List.copyOf(hours);
    days = List.copyOf(days);
    daysBefore = List.copyOf(daysBefore);
    weekdayHours = List.copyOf(weekdayHours);
  }
}
