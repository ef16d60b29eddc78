package calltally.reporting.delivery.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A recurring time, written as {@code daily 08:00}, {@code weekdays 08:00}, {@code weekly mon
 * 08:00}, {@code weekly mon,thu 08:00} or {@code monthly 1 08:00}.
 *
 * <p>It occurs once on each of its dates, whatever the clocks do. Where the clock skips its time,
 * it occurs at the first instant afterwards; where the clock shows it twice, at the first of the
 * two.
 *
 * @param time local time in a zone given separately
 */
public record Schedule(ScheduleDays days, LocalTime time) {

  private static final Pattern WORDS =
      Pattern.compile("(daily|weekdays|weekly|monthly)(?: (\\S+))? (\\d\\d:\\d\\d)");
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  /**
   * Parses a schedule.
   *
   * @throws IllegalArgumentException when the text is not a schedule; the message states the rule
   */
  public static Schedule parse(String text) {
    Matcher words = WORDS.matcher(text);
    require(
        words.matches(),
        "must be daily, weekdays, weekly DAY or monthly N, and a time HH:MM",
        text);
    return new Schedule(days(words.group(1), words.group(2), text), time(words.group(3), text));
  }

  private static ScheduleDays days(String word, String which, String text) {
    boolean isNamed = word.equals("weekly") || word.equals("monthly");
    require(
        isNamed == (which != null),
        "weekly and monthly need a day, daily and weekdays take none",
        text);
    return switch (word) {
      case "daily" -> new ScheduleDays.OfWeek(EnumSet.allOf(DayOfWeek.class));
      case "weekdays" -> new ScheduleDays.OfWeek(WEEKDAYS);
      case "weekly" ->
          new ScheduleDays.OfWeek(
              Stream.of(which.split(",", -1))
                  .map(day -> weekday(day, text))
                  .collect(Collectors.toSet()));
      default -> new ScheduleDays.OfMonth(dayOfMonth(which, text));
    };
  }

  private static DayOfWeek weekday(String word, String text) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> name(day).equals(word))
        .findFirst()
        .orElseThrow(() -> refused("day must be mon, tue, wed, thu, fri, sat or sun", text));
  }

  private static int dayOfMonth(String word, String text) {
    require(
        word.matches("[1-9]|[12]\\d|3[01]"),
        "day of the month must be a number from 1 to 31",
        text);
    return Integer.parseInt(word);
  }

  private static LocalTime time(String word, String text) {
    require(word.matches("([01]\\d|2[0-3]):[0-5]\\d"), "time must be 00:00 to 23:59", text);
    return LocalTime.parse(word);
  }

  private static void require(boolean holds, String rule, String text) {
    if (!holds) {
      throw refused(rule, text);
    }
  }

  private static IllegalArgumentException refused(String rule, String text) {
    return new IllegalArgumentException("cannot read schedule: %s (was %s)".formatted(rule, text));
  }

  private static String name(DayOfWeek day) {
    return day.name().substring(0, "mon".length()).toLowerCase(Locale.ROOT);
  }

  /** The instant at which it occurs on one of its dates. */
  Instant on(LocalDate date, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(date.atTime(time));
    return change != null && change.isGap()
        ? change.getInstant()
        : date.atTime(time).atZone(zone).toInstant();
  }

  /** Its latest date whose instant is not after {@code now}. */
  LocalDate latest(Instant now, ZoneId zone) {
    LocalDate date = LocalDate.ofInstant(now, zone).plusDays(1);
    while (!days.include(date) || on(date, zone).isAfter(now)) {
      date = date.minusDays(1);
    }
    return date;
  }

  /** Its last date before the given one. */
  LocalDate before(LocalDate date) {
    LocalDate earlier = date.minusDays(1);
    while (!days.include(earlier)) {
      earlier = earlier.minusDays(1);
    }
    return earlier;
  }

  /** Its first date after the given one. */
  LocalDate after(LocalDate date) {
    LocalDate later = date.plusDays(1);
    while (!days.include(later)) {
      later = later.plusDays(1);
    }
    return later;
  }

  /** The text from which {@link #parse} reads the same schedule. */
  @Override
  public String toString() {
    if (days instanceof ScheduleDays.OfMonth month) {
      return "monthly " + month.day() + " " + time;
    }
    Set<DayOfWeek> named = new TreeSet<>(((ScheduleDays.OfWeek) days).days());
    if (named.size() == DayOfWeek.values().length) {
      return "daily " + time;
    }
    return named.equals(WEEKDAYS)
        ? "weekdays " + time
        : "weekly "
            + named.stream().map(Schedule::name).collect(Collectors.joining(","))
            + " "
            + time;
  }
}
