package calltally.reporting.delivery.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** The local dates on which a schedule occurs. */
sealed interface ScheduleDays {

  boolean include(LocalDate date);

  /** Every date that falls on one of these weekdays. */
  record OfWeek(Set<DayOfWeek> days) implements ScheduleDays {

    public OfWeek {
      days = Set.copyOf(days);
    }

    @Override
    public boolean include(LocalDate date) {
      return days.contains(date.getDayOfWeek());
    }
  }

  /**
   * One date of every month.
   *
   * @param day from 1 to 31; the last day of a month that has fewer
   */
  record OfMonth(int day) implements ScheduleDays {

    @Override
    public boolean include(LocalDate date) {
      return date.getDayOfMonth() == Math.min(day, date.lengthOfMonth());
    }
  }
}
