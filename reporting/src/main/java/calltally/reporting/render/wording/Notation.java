package calltally.reporting.render.wording;

import calltally.reporting.report.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Writes numbers, shares, times and dates in one language. */
public final class Notation {

  /** Printed where there is no value. */
  public static final String NONE = "—";

  private static final String PERCENT = "\u202F%";

  // To read a pattern takes longer than to write with it.
  private static final Map<Pattern, DateTimeFormatter> TIMES = new ConcurrentHashMap<>();
  private static final Map<Pattern, DecimalFormat> NUMBERS = new ConcurrentHashMap<>();

  private final Locale locale;
  private final ResourceBundle bundle;

  Notation(Locale locale, ResourceBundle bundle) {
    this.locale = locale;
    this.bundle = bundle;
  }

  private record Pattern(String text, Locale locale) {}

  public String count(long count) {
    return number("#,##0").format(count);
  }

  /** A number with one decimal. */
  public String decimal(double value) {
    return number("0.0").format(rounded(value, 1));
  }

  /** A share with one decimal; 0.0 % only if it is nothing, 100.0 % only if it is all. */
  public String percent(OptionalDouble share) {
    return share.isPresent() ? partOfAll(share.getAsDouble()) + PERCENT : NONE;
  }

  /** A share in whole percent, with a decimal where 0 % or 100 % would be wrong. */
  public String roundPercent(double share) {
    return wholes(share) + PERCENT;
  }

  /** The size of a change in whole percent, rounded plainly: it is no part of anything. */
  public String change(double share) {
    return rounded(100 * share, 0) + PERCENT;
  }

  private String wholes(double share) {
    BigDecimal whole = rounded(100 * share, 0);
    boolean exact = share == 0 || share == 1;
    return !exact && (whole.signum() == 0 || whole.intValue() == 100)
        ? partOfAll(share)
        : whole.toString();
  }

  private String partOfAll(double share) {
    return decimal(
        share == 0 || share == 1 ? 100 * share : Math.min(99.9, Math.max(0.1, 100 * share)));
  }

  /** A configured share, with the decimals it was configured with. */
  public String target(BigDecimal share) {
    return percentage(share) + PERCENT;
  }

  /** The same without a percent sign, next to another share. */
  String percentage(BigDecimal share) {
    return number("0.##").format(share.movePointRight(2));
  }

  /** Both ends of an interval in whole percent; empty without them. */
  public String interval(@Nullable Double from, @Nullable Double to) {
    return from == null || to == null ? "" : wholes(from) + "–" + wholes(to) + PERCENT;
  }

  /** A number with all its decimals. */
  public String plain(BigDecimal value) {
    return number("#,##0.####").format(value);
  }

  /** Minutes and seconds, with hours from one hour on. */
  public String clock(@Nullable Duration duration) {
    if (duration == null) {
      return NONE;
    }
    long seconds = duration.plusMillis(500).toSeconds();
    return seconds < 3600
        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** Hours, minutes and seconds: where minutes and seconds could be taken for a time of day. */
  public String hours(@Nullable Duration duration) {
    if (duration == null) {
      return NONE;
    }
    String clock = clock(duration);
    return clock.length() > 5 ? clock : "0:" + (clock.length() < 5 ? "0" : "") + clock;
  }

  /** Hours and minutes with units, as in a sentence; seconds below one minute. */
  public String inWords(@Nullable Duration duration) {
    if (duration == null) {
      return NONE;
    }
    if (duration.toSeconds() < 60) {
      return duration.toSeconds() + bundle.getString("unit.second");
    }
    long minutes = duration.plusSeconds(30).toMinutes();
    String hours = minutes < 60 ? "" : count(minutes / 60) + bundle.getString("unit.hour");
    String rest =
        minutes % 60 == 0 && minutes > 0 ? "" : minutes % 60 + bundle.getString("unit.minute");
    return hours.isEmpty() || rest.isEmpty() ? hours + rest : hours + "\u00A0" + rest;
  }

  /** Seconds, with one decimal unless they are whole. */
  public String seconds(Duration duration) {
    return duration.toMillisPart() == 0
        ? count(duration.toSeconds())
        : decimal(duration.toMillis() / 1000.0);
  }

  public String time(Instant instant, ZoneId zone) {
    return format("time.pattern", instant, zone);
  }

  /** A time of day to the second, the same in every language. */
  public String timeWithSeconds(Instant instant, ZoneId zone) {
    return time("HH:mm:ss").format(instant.atZone(zone));
  }

  public String dayAndTime(Instant instant, ZoneId zone) {
    return format("day_time.pattern", instant, zone);
  }

  public String dateAndTime(Instant instant, ZoneId zone) {
    return format("date_time.pattern", instant, zone);
  }

  /** Weekday and date, capitalized. */
  public String longDate(LocalDate date) {
    return capital(format("long_date.pattern", date));
  }

  /** A date without its year, as in a list. */
  public String shortDate(LocalDate date) {
    return format("short_date.pattern", date);
  }

  /** Dates short enough for a headline; a whole month with its year. */
  public String briefDates(Period period) {
    LocalDate from = period.from();
    LocalDate last = period.lastDate();
    if (isMonth(period)) {
      return format("month.pattern", from);
    }
    if (period.isDay()) {
      return format("brief_date.pattern", from);
    }
    String to = format("brief_date.pattern", last);
    return from.getMonth() == last.getMonth() && from.getYear() == last.getYear()
        ? dayOfMonth(from) + "–" + to
        : format("brief_date.pattern", from) + " – " + to;
  }

  private static boolean isMonth(Period period) {
    LocalDate from = period.from();
    return from.getDayOfMonth() == 1 && from.plusMonths(1).equals(period.until());
  }

  /** The day of the month only. */
  public String dayOfMonth(LocalDate date) {
    return String.valueOf(date.getDayOfMonth());
  }

  /** A date, a whole month or a range of dates, as in a sentence. */
  public String dates(Period period) {
    if (period.isDay()) {
      return format("long_date.pattern", period.from());
    }
    LocalDate from = period.from();
    return isMonth(period) ? format("month.pattern", from) : range(from, period.lastDate());
  }

  private String range(LocalDate from, LocalDate last) {
    String start =
        from.getYear() != last.getYear()
            ? format("date.pattern", from)
            : from.getMonth() != last.getMonth()
                ? format("day_month.pattern", from)
                : dayOfMonth(from);
    String joint =
        from.getMonth() == last.getMonth() && from.getYear() == last.getYear() ? "–" : " – ";
    return start + joint + format("date.pattern", last);
  }

  private String format(String pattern, LocalDate date) {
    return time(bundle.getString(pattern)).format(date);
  }

  /** The text with its first letter capitalized. */
  public String capital(String text) {
    return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
  }

  /** The text with its first letter in lower case, after other words. */
  public String uncapitalized(String text) {
    return text.substring(0, 1).toLowerCase(locale) + text.substring(1);
  }

  private String format(String pattern, Instant instant, ZoneId zone) {
    return time(bundle.getString(pattern)).format(instant.atZone(zone));
  }

  private DateTimeFormatter time(String pattern) {
    return TIMES.computeIfAbsent(
        new Pattern(pattern, locale),
        read -> DateTimeFormatter.ofPattern(read.text(), read.locale()));
  }

  /** A copy: a format keeps what it is writing. */
  private DecimalFormat number(String pattern) {
    return (DecimalFormat)
        NUMBERS
            .computeIfAbsent(
                new Pattern(pattern, locale),
                read ->
                    new DecimalFormat(read.text(), DecimalFormatSymbols.getInstance(read.locale())))
            .clone();
  }

  private static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }
}
