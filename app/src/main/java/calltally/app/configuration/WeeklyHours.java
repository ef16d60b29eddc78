package calltally.app.configuration;

import static java.time.temporal.ChronoField.MINUTE_OF_DAY;

import calltally.app.terminal.Message;
import calltally.exchange.text.PhoneNumber;
import calltally.sql.settings.Shift;
import calltally.sql.settings.WorkingHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads {@code mon-fri: ["09:00-13:00", "14:00-18:00"]} as shifts of weekdays. */
final class WeeklyHours {

  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Pattern SPAN = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

  private static final Pattern DIGIT = Pattern.compile("\\d");

  private static final ValueRule<Span> SHIFT =
      new ValueRule<>(Message.of("configuration.rule.shift"), WeeklyHours::span, false);

  private WeeklyHours() {}

  /**
   * The hours of a source and of its lines.
   *
   * @param region ISO 3166 region in which the lines' national numbers are read
   */
  static WorkingHours from(YamlValue source, String region) {
    return new WorkingHours(
        shifts(source.get("working_hours")),
        new HashSet<>(source.get("holidays").all(ValueRule.DATE)),
        lines(source.get("line_hours"), region));
  }

  private static Map<String, Set<Shift>> lines(YamlValue lines, String region) {
    Map<String, Set<Shift>> hours = new HashMap<>();
    for (String line : lines.entries().keySet()) {
      YamlValue entry = lines.get(line);
      String number = PhoneNumber.normalise(line, region).orElse("");
      Set<Shift> shifts = requiredShifts(entry);
      if (!DIGIT.matcher(number).find()) {
        entry.refuse(Message.of("configuration.hours.number", line));
      } else if (hours.put(number, shifts) != null) {
        entry.refuse(Message.of("configuration.hours.line_twice", number));
      }
    }
    return hours;
  }

  private static Set<Shift> requiredShifts(YamlValue line) {
    Set<Shift> shifts = shifts(line);
    if (shifts.isEmpty()) {
      line.refuse(Message.of("configuration.hours.line"));
    }
    return shifts;
  }

  private static Set<Shift> shifts(YamlValue hours) {
    List<Shift> shifts =
        hours.entries().keySet().stream().flatMap(days -> shifts(hours.get(days), days)).toList();
    if (overlap(shifts)) {
      hours.refuse(Message.of("configuration.hours.overlap"));
    }
    return new HashSet<>(shifts);
  }

  private static Stream<Shift> shifts(YamlValue entry, String days) {
    List<DayOfWeek> weekdays = weekdays(days.toLowerCase(Locale.ROOT));
    if (weekdays.isEmpty()) {
      entry.refuse(Message.of("configuration.hours.days", String.join(", ", DAYS)));
    }
    return entry.all(SHIFT).stream()
        .flatMap(span -> weekdays.stream().map(day -> new Shift(day, span.from(), span.to())));
  }

  private static List<DayOfWeek> weekdays(String days) {
    String[] ends = days.split("-", 2);
    int first = DAYS.indexOf(ends[0]);
    int last = DAYS.indexOf(ends[ends.length - 1]);
    return first < 0
        ? List.of()
        : IntStream.rangeClosed(first, last).mapToObj(day -> DayOfWeek.of(day + 1)).toList();
  }

  private static Span span(String text) {
    Matcher span = SPAN.matcher(text);
    if (!span.matches() || span.group(1).equals(span.group(2))) {
      throw new IllegalArgumentException();
    }
    String to = span.group(2).equals("24:00") ? "00:00" : span.group(2);
    return new Span(LocalTime.parse(span.group(1)), LocalTime.parse(to));
  }

  private static boolean overlap(List<Shift> shifts) {
    BitSet minutesOfWeek = new BitSet(WEEK);
    return !shifts.stream()
        .flatMapToInt(WeeklyHours::minutes)
        .allMatch(minute -> claim(minutesOfWeek, minute));
  }

  private static boolean claim(BitSet minutes, int minute) {
    boolean isFree = !minutes.get(minute);
    minutes.set(minute);
    return isFree;
  }

  private static IntStream minutes(Shift shift) {
    int from = shift.from().get(MINUTE_OF_DAY);
    int length = Math.floorMod(shift.to().get(MINUTE_OF_DAY) - from - 1, DAY) + 1;
    int start = (shift.weekday().getValue() - 1) * DAY + from;
    return IntStream.range(start, start + length).map(minute -> minute % WEEK);
  }

  private record Span(LocalTime from, LocalTime to) {}
}
