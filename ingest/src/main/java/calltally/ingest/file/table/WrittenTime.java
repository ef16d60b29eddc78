package calltally.ingest.file.table;

import calltally.ingest.file.line.DamagedLine;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times as databases, spreadsheets and people write them. */
public final class WrittenTime {

  private static final String CLOCK =
      "[T ,]+(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?(?: ?([AaPp])\\.?[Mm]\\.?)?"
          + "(?: ?([Zz]|UTC|GMT|[+-]\\d\\d(?::?\\d\\d)?))?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + CLOCK);
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})" + CLOCK);
  private static final Pattern SHORT_YEAR =
      Pattern.compile("\\d{1,2}([-/.])\\d{1,2}\\1\\d\\d" + CLOCK);
  private static final Pattern NAMED_MONTH =
      Pattern.compile(
          "(?:(?<day>\\d{1,2})[- ](?<month>[A-Za-z]{3})[a-z]*\\.?[-, ]+"
              + "|(?<first>[A-Za-z]{3})[a-z]*\\.? (?<second>\\d{1,2}),? )(?<year>\\d{4})"
              + "(?<clock>[T ,]+.*)");
  private static final Pattern WEEKDAY =
      Pattern.compile("(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\\.?, (?=[A-Za-z\\d])");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Pattern COMPACT =
      Pattern.compile("((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  /** Groups of the clock, counted from its first one. */
  private static final int MINUTE = 1;

  private static final int SECOND = 2;
  private static final int FRACTION = 3;
  private static final int HALF = 4;
  private static final int OFFSET = 5;

  private WrittenTime() {}

  /**
   * The text in ISO 8601; unchanged where it is none of the known notations.
   *
   * @throws DamagedLine when it leaves a doubt about the date
   */
  public static String iso(String sent) {
    String text = withMonthAsNumber(BLANKS.matcher(sent).replaceAll(" "));
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return iso(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4), yearFirst);
    }
    Matcher yearLast = YEAR_LAST.matcher(text);
    if (yearLast.matches()) {
      return yearLast(yearLast);
    }
    if (SHORT_YEAR.matcher(text).matches()) {
      throw new DamagedLine("time", "the year of a time must have four digits", text);
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return compact.replaceFirst("$1-$2-$3T$4:$5:$6");
    }
    TimeFault.refuse(text);
    return sent;
  }

  private static String withMonthAsNumber(String text) {
    Matcher named = NAMED_MONTH.matcher(WEEKDAY.matcher(text).replaceFirst(""));
    if (!named.matches()) {
      return text;
    }
    boolean isDayFirst = named.group("day") != null;
    String name = named.group(isDayFirst ? "month" : "first").toLowerCase(Locale.ROOT);
    String day = named.group(isDayFirst ? "day" : "second");
    return MONTHS.contains(name)
        ? "%s-%d-%s%s"
            .formatted(named.group("year"), MONTHS.indexOf(name) + 1, day, named.group("clock"))
        : text;
  }

  /** Dots are written between day and month only in this order; slashes and hyphens in both. */
  private static String yearLast(Matcher written) {
    int first = Integer.parseInt(written.group(1));
    int second = Integer.parseInt(written.group(3));
    if (written.group(2).equals(".") || first > 12 || first == second) {
      return iso(written.group(4), written.group(3), written.group(1), written);
    }
    if (second > 12) {
      return iso(written.group(4), written.group(1), written.group(3), written);
    }
    throw new DamagedLine(
        "time",
        "a date must show which number is the day and which the month: export it as 2026-11-19",
        written.group());
  }

  private static String iso(String year, String month, String day, Matcher written) {
    int clock = 5;
    StringBuilder iso = new StringBuilder();
    iso.append(year).append('-').append(two(month)).append('-').append(two(day)).append('T');
    iso.append(hour(written.group(clock), written.group(clock + HALF), written));
    iso.append(':').append(written.group(clock + MINUTE));
    append(":", written.group(clock + SECOND), iso);
    append(".", written.group(clock + FRACTION), iso);
    @Nullable String offset = written.group(clock + OFFSET);
    boolean isUtc = offset != null && Character.isLetter(offset.charAt(0));
    append("", isUtc ? "Z" : offset, iso);
    return iso.toString();
  }

  private static String hour(String hour, @Nullable String half, Matcher written) {
    if (half == null) {
      return two(hour);
    }
    int twelve = Integer.parseInt(hour);
    if (twelve < 1 || twelve > 12) {
      TimeFault.refuse(written.group());
    }
    boolean isAfternoon = half.toUpperCase(Locale.ROOT).equals("P");
    return two(String.valueOf(twelve % 12 + (isAfternoon ? 12 : 0)));
  }

  private static String two(String digits) {
    return digits.length() == 1 ? "0" + digits : digits;
  }

  private static void append(String before, @Nullable String part, StringBuilder iso) {
    if (part != null) {
      iso.append(before).append(part);
    }
  }
}
