package calltally.reporting.delivery.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A schedule as it is written in the configuration, such as {@code weekly mon,thu 08:00}. */
record ScheduleText(String text) {

  private static final Pattern WORDS =
      Pattern.compile("(daily|weekdays|weekly|monthly)(?: (\\S+))? (\\d\\d:\\d\\d)");
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  /** The text from which the same schedule is read. */
  static ScheduleText of(Schedule schedule) {
    return new ScheduleText(words(schedule.days()) + " " + schedule.time());
  }

  private static String words(ScheduleDays days) {
    if (days instanceof ScheduleDays.OfMonth month) {
      return "monthly " + month.day();
    }
    Set<DayOfWeek> named = new TreeSet<>(((ScheduleDays.OfWeek) days).days());
    if (named.size() == DayOfWeek.values().length) {
      return "daily";
    }
    return named.equals(WEEKDAYS)
        ? "weekdays"
        : "weekly " + named.stream().map(ScheduleText::name).collect(Collectors.joining(","));
  }

  /**
   * Reads the schedule.
   *
   * @throws IllegalArgumentException when the text is not a schedule; the message states the rule
   */
  Schedule schedule() {
    Matcher words = WORDS.matcher(text);
    require(words.matches(), "must be daily, weekdays, weekly DAY or monthly N, and a time HH:MM");
    return new Schedule(days(words.group(1), words.group(2)), time(words.group(3)));
  }

  private ScheduleDays days(String word, String which) {
    boolean isNamed = word.equals("weekly") || word.equals("monthly");
    require(
        isNamed == (which != null), "weekly and monthly need a day, daily and weekdays take none");
    return switch (word) {
      case "daily" -> new ScheduleDays.OfWeek(EnumSet.allOf(DayOfWeek.class));
      case "weekdays" -> new ScheduleDays.OfWeek(WEEKDAYS);
      case "weekly" ->
          new ScheduleDays.OfWeek(
              Stream.of(which.split(",", -1)).map(this::weekday).collect(Collectors.toSet()));
      default -> new ScheduleDays.OfMonth(dayOfMonth(which));
    };
  }

  private DayOfWeek weekday(String word) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> name(day).equals(word))
        .findFirst()
        .orElseThrow(() -> refused("day must be mon, tue, wed, thu, fri, sat or sun"));
  }

  private int dayOfMonth(String word) {
    require(word.matches("[1-9]|[12]\\d|3[01]"), "day of the month must be a number from 1 to 31");
    return Integer.parseInt(word);
  }

  private LocalTime time(String word) {
    require(word.matches("([01]\\d|2[0-3]):[0-5]\\d"), "time must be 00:00 to 23:59");
    return LocalTime.parse(word);
  }

  private void require(boolean holds, String rule) {
    if (!holds) {
      throw refused(rule);
    }
  }

  private IllegalArgumentException refused(String rule) {
    return new IllegalArgumentException("cannot read schedule: %s (was %s)".formatted(rule, text));
  }

  private static String name(DayOfWeek day) {
    return day.name().substring(0, "mon".length()).toLowerCase(Locale.ROOT);
  }
}
