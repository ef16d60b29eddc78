package calltally.reporting.call;

import static calltally.sql.jooq.config.Tables.HOLIDAY;
import static calltally.sql.jooq.config.Tables.LINE_SHIFT;
import static calltally.sql.jooq.config.Tables.SHIFT;
import static calltally.sql.jooq.directory.Tables.LINE;
import static calltally.sql.jooq.directory.Tables.MANAGER_NUMBER;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Who has which number on which day, and the company's working hours, for {@link ExpectedRows}. */
final class TestDirectory {

  private static final LocalDate EVER = LocalDate.of(2000, 1, 1);
  private static final LocalDate FOREVER = LocalDate.of(2100, 1, 1);

  /** A number of a person or line, from a date until the day before another. */
  private record Entry(
      String number, String name, String department, LocalDate from, LocalDate until) {}

  /** A time from one instant to another. */
  record Span(Instant start, Instant end) {}

  private record Shift(int weekday, LocalTime from, LocalTime to) {

    long seconds() {
      long seconds = Duration.between(from, to).toSeconds();
      return seconds > 0 ? seconds : seconds + Duration.ofDays(1).toSeconds();
    }
  }

  private final List<Entry> lines;
  private final List<Entry> managers;
  private final LocalDate holiday;

  private final List<Shift> shifts =
      List.of(
          new Shift(1, LocalTime.of(9, 0), LocalTime.of(13, 0)),
          new Shift(1, LocalTime.of(14, 0), LocalTime.of(18, 0)),
          new Shift(2, LocalTime.of(8, 0), LocalTime.of(18, 0)),
          new Shift(3, LocalTime.of(9, 30), LocalTime.of(18, 0)),
          new Shift(4, LocalTime.of(9, 0), LocalTime.of(18, 0)),
          new Shift(6, LocalTime.of(22, 0), LocalTime.of(2, 30)),
          new Shift(7, LocalTime.of(12, 0), LocalTime.MIDNIGHT));

  /** The hours of the line SUPPORT, whichever the others have. */
  private final List<Shift> supportShifts =
      List.of(
          new Shift(4, LocalTime.of(12, 0), LocalTime.of(18, 0)),
          new Shift(5, LocalTime.of(6, 0), LocalTime.of(6, 0)),
          new Shift(7, LocalTime.of(1, 30), LocalTime.of(2, 30)));

  /** Lets some people and lines change numbers and names on a date. */
  TestDirectory(LocalDate change) {
    lines =
        List.of(
            new Entry("SALES", "Sales", "Sales", EVER, FOREVER),
            new Entry("SUPPORT", "Support", "Support", EVER, change),
            new Entry("SUPPORT", "Help", "Service", change, FOREVER),
            new Entry("L", "Lena's line", "Support", EVER, FOREVER));
    managers =
        List.of(
            new Entry("A", "Anna", "Sales", EVER, FOREVER),
            new Entry("101", "Anna", "Sales", EVER, FOREVER),
            new Entry("B", "Boris", "Sales", EVER, FOREVER),
            new Entry("102", "Boris", "Sales", EVER, change),
            new Entry("102", "Vera", "Support", change, FOREVER),
            new Entry("L", "Lena", "Support", EVER, FOREVER),
            new Entry("C3", "Clara", "Support", change.plusDays(2), FOREVER));
    holiday = change.minusDays(3);
  }

  /** Replaces the source's directory and working hours by these. */
  void write(DSLContext sql, int sourceId) {
    sql.deleteFrom(LINE).execute();
    sql.deleteFrom(MANAGER_NUMBER).execute();
    for (Entry line : lines) {
      sql.insertInto(LINE)
          .set(LINE.SOURCE_ID, sourceId)
          .set(LINE.NUMBER, line.number())
          .set(LINE.NAME, line.name())
          .set(LINE.DEPARTMENT, line.department())
          .set(LINE.VALID_FROM, line.from())
          .set(LINE.VALID_UNTIL, line.until())
          .execute();
    }
    for (Entry manager : managers) {
      sql.insertInto(MANAGER_NUMBER)
          .set(MANAGER_NUMBER.SOURCE_ID, sourceId)
          .set(MANAGER_NUMBER.NUMBER, manager.number())
          .set(MANAGER_NUMBER.MANAGER, manager.name())
          .set(MANAGER_NUMBER.DEPARTMENT, manager.department())
          .set(MANAGER_NUMBER.VALID_FROM, manager.from())
          .set(MANAGER_NUMBER.VALID_UNTIL, manager.until())
          .execute();
    }
    for (Shift shift : shifts) {
      sql.insertInto(SHIFT).values(sourceId, shift.weekday(), shift.from(), shift.to()).execute();
    }
    for (Shift shift : supportShifts) {
      sql.insertInto(LINE_SHIFT)
          .values(sourceId, "SUPPORT", shift.weekday(), shift.from(), shift.to())
          .execute();
    }
    sql.insertInto(HOLIDAY).values(sourceId, holiday).execute();
  }

  boolean isManager(@Nullable String number, LocalDate date) {
    return entry(managers, number, date) != null;
  }

  boolean isLineOnly(@Nullable String number, LocalDate date) {
    return entry(lines, number, date) != null && !isManager(number, date);
  }

  /** The manager's name, or the number that stands for itself. */
  @Nullable String manager(@Nullable String number, LocalDate date) {
    Entry entry = entry(managers, number, date);
    return entry == null ? number : entry.name();
  }

  @Nullable String managerDepartment(@Nullable String number, LocalDate date) {
    Entry entry = entry(managers, number, date);
    return entry == null ? null : entry.department();
  }

  @Nullable String lineName(@Nullable String number, LocalDate date) {
    Entry entry = entry(lines, number, date);
    return entry == null ? null : entry.name();
  }

  @Nullable String lineDepartment(@Nullable String number, LocalDate date) {
    Entry entry = entry(lines, number, date);
    return entry == null ? null : entry.department();
  }

  /** A person's only number; null when there are several. */
  @Nullable String onlyNumber(String manager, LocalDate date) {
    List<String> numbers =
        managers.stream()
            .filter(entry -> entry.name().equals(manager) && isValid(entry, date))
            .map(Entry::number)
            .toList();
    return numbers.isEmpty() ? manager : numbers.size() == 1 ? numbers.get(0) : null;
  }

  boolean isSame(@Nullable String one, @Nullable String other, LocalDate date) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    if (one.equals(other)) {
      return true;
    }
    Entry first = entry(managers, one, date);
    Entry second = entry(managers, other, date);
    return first != null && second != null && first.name().equals(second.name());
  }

  boolean isWorking(@Nullable String line, ZonedDateTime at) {
    for (Shift shift : "SUPPORT".equals(line) ? supportShifts : shifts) {
      boolean overnight = !shift.to().isAfter(shift.from());
      LocalTime time = at.toLocalTime();
      if (starts(shift, at.toLocalDate())
          && !time.isBefore(shift.from())
          && (overnight || time.isBefore(shift.to()))) {
        return true;
      }
      if (overnight && starts(shift, at.toLocalDate().minusDays(1)) && time.isBefore(shift.to())) {
        return true;
      }
    }
    return false;
  }

  /** The spans of the shifts that start on a date; a repeated local time is its second one. */
  List<Span> spans(LocalDate date, ZoneId zone) {
    List<Span> spans = new ArrayList<>();
    for (Shift shift : shifts) {
      if (starts(shift, date)) {
        LocalDate last = shift.to().isAfter(shift.from()) ? date : date.plusDays(1);
        spans.add(
            new Span(
                date.atTime(shift.from()).atZone(zone).withLaterOffsetAtOverlap().toInstant(),
                last.atTime(shift.to()).atZone(zone).withLaterOffsetAtOverlap().toInstant()));
      }
    }
    return spans;
  }

  /** Seconds of the weekday with the most working time, whatever the clock does. */
  BigDecimal longestWorkingDay() {
    return shifts.stream()
        .collect(Collectors.groupingBy(Shift::weekday, Collectors.summingLong(Shift::seconds)))
        .values()
        .stream()
        .max(Comparator.naturalOrder())
        .map(BigDecimal::valueOf)
        .orElseThrow();
  }

  private boolean starts(Shift shift, LocalDate date) {
    return date.getDayOfWeek().getValue() == shift.weekday() && !date.equals(holiday);
  }

  private static @Nullable Entry entry(
      List<Entry> entries, @Nullable String number, LocalDate date) {
    for (Entry entry : entries) {
      if (entry.number().equals(number) && isValid(entry, date)) {
        return entry;
      }
    }
    return null;
  }

  private static boolean isValid(Entry entry, LocalDate date) {
    return !date.isBefore(entry.from()) && date.isBefore(entry.until());
  }
}
