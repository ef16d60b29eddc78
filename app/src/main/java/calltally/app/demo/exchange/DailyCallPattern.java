package calltally.app.demo.exchange;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.DoubleStream;

/** When customers call: busy late mornings and afternoons, a dip at lunch, less on weekends. */
final class DailyCallPattern {

  private static final double[] HOURS = {
    0, 0, 0, 0, 0, 0, 0, 0.2, 0.6, 0.85, 1.15, 1.3, 1.15, 0.65, 0.9, 1.15, 1.2, 0.9, 0.7, 0.5, 0.3,
    0.1, 0, 0
  };
  private static final double PER_DAY = DoubleStream.of(HOURS).sum();
  private static final double WHEN_CLOSED = 0.1;
  private static final Map<DayOfWeek, Double> DAYS =
      Map.of(
          DayOfWeek.MONDAY, 1.35,
          DayOfWeek.TUESDAY, 1.24,
          DayOfWeek.WEDNESDAY, 1.2,
          DayOfWeek.THURSDAY, 1.17,
          DayOfWeek.FRIDAY, 1.1,
          DayOfWeek.SATURDAY, 0.6,
          DayOfWeek.SUNDAY, 0.3);
  private static final int LUNCH = 13;

  private final SimulatedCompany company;

  DailyCallPattern(SimulatedCompany company) {
    this.company = company;
  }

  /** How many calls a line expects in a local hour of a day. */
  double expectedCalls(SimulatedCompany.Line line, LocalDate date, int hour) {
    Instant middle = date.atTime(hour, 30).atZone(zone()).toInstant();
    double share = HOURS[hour] / PER_DAY * (company.isOpenAt(middle) ? 1 : WHEN_CLOSED);
    return line.callsPerWeekday() * share * DAYS.getOrDefault(date.getDayOfWeek(), 1.0);
  }

  /** How much likelier than usual a manager lets a phone ring: more at lunch. */
  double inattention(Instant at) {
    return at.atZone(zone()).getHour() == LUNCH ? 2.2 : 1;
  }

  private ZoneId zone() {
    return company.zone();
  }
}
