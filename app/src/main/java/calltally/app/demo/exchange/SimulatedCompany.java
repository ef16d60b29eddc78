package calltally.app.demo.exchange;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A company whose telephones are simulated: who works there, which numbers it has, when it is open.
 *
 * @param zone of its hours and days
 * @param region ISO 3166 region of its national numbers
 * @param lines numbers that customers dial, one for each department that takes calls
 * @param hours shifts; outside them a line rings nobody
 */
public record SimulatedCompany(
    String name,
    ZoneId zone,
    String region,
    List<Line> lines,
    List<Manager> managers,
    List<Shift> hours) {

  public SimulatedCompany {
    lines = List.copyOf(lines);
    managers = List.copyOf(managers);
    hours = List.copyOf(hours);
    for (Line line : lines) {
      if (managers.stream().noneMatch(line::isServedBy)) {
        throw new IllegalArgumentException(
            "cannot build the company: every line needs a manager of its department (was "
                + line.department()
                + ")");
      }
    }
  }

  /** Whether the instant lies in a shift. */
  public boolean isOpenAt(Instant instant) {
    LocalDateTime local = instant.atZone(zone).toLocalDateTime();
    return hours.stream().anyMatch(shift -> shift.covers(local));
  }

  /** The instant itself when the company is open then, else the next start of a shift. */
  Optional<Instant> openFrom(Instant instant) {
    if (isOpenAt(instant)) {
      return Optional.of(instant);
    }
    LocalDateTime local = instant.atZone(zone).toLocalDateTime();
    return hours.stream()
        .map(shift -> shift.nextStart(local))
        .min(Comparator.naturalOrder())
        .map(start -> start.atZone(zone).toInstant());
  }

  List<Manager> managersOf(Line line) {
    return managers.stream().filter(line::isServedBy).toList();
  }

  /** The line of a manager's department, else the first one. */
  Line lineOf(Manager manager) {
    return lines.stream().filter(line -> line.isServedBy(manager)).findFirst().orElse(lines.get(0));
  }

  /**
   * A number that customers dial.
   *
   * @param callsPerWeekday about how many customers dial it on an ordinary weekday
   */
  public record Line(
      String number, String name, String department, Ringing ringing, int callsPerWeekday) {

    boolean isServedBy(Manager manager) {
      return manager.department().equals(department);
    }
  }

  /** How a line rings the managers of its department. */
  public enum Ringing {
    /** One after another, each call starting with the next one. */
    IN_SEQUENCE,
    /** All at once; the first to pick up has the call. */
    ALL_AT_ONCE
  }

  /** A person who takes and places calls, with a number and an extension. */
  public record Manager(
      String name, String department, String number, String extension, Habits habits) {}

  /**
   * How a manager uses the telephone.
   *
   * @param letsRing share of rings, 0 to 1, not picked up although the manager is free
   * @param declines share of the other rings, 0 to 1, that are rejected
   * @param unavailable share of rings, 0 to 1, that find the phone off the network
   * @param pickUp average time to pick up
   * @param talk average length of a talk
   * @param outgoingPerDay about how many calls are placed on an ordinary weekday, without
   *     call-backs
   */
  public record Habits(
      double letsRing,
      double declines,
      double unavailable,
      Duration pickUp,
      Duration talk,
      int outgoingPerDay) {}

  /** Working hours on a weekday, {@code [from, to)} in local time; not across midnight. */
  public record Shift(DayOfWeek day, LocalTime from, LocalTime to) {

    public Shift {
      requireNonNull(day, "day");
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException(
            "cannot build the shift: must end after its start (was " + from + "-" + to + ")");
      }
    }

    boolean covers(LocalDateTime local) {
      LocalTime time = local.toLocalTime();
      return local.getDayOfWeek() == day && !time.isBefore(from) && time.isBefore(to);
    }

    LocalDateTime nextStart(LocalDateTime after) {
      int days = Math.floorMod(day.getValue() - after.getDayOfWeek().getValue(), 7);
      LocalDateTime start = after.toLocalDate().plusDays(days).atTime(from);
      return start.isAfter(after) ? start : start.plusWeeks(1);
    }
  }
}
