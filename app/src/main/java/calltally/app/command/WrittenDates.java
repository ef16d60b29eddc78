package calltally.app.command;

import calltally.reporting.report.DateRange;
import calltally.reporting.report.PeriodLength;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Dates as users write them: a date, or words that mean dates relative to today. */
final class WrittenDates {

  private static final List<DateTimeFormatter> FORMS =
      List.of(strict("uuuu-M-d"), strict("d.M.uuuu"));

  private static final Map<String, WrittenDates> WORDS =
      Map.ofEntries(
          word("today", PeriodLength.DAY, today -> today),
          word("сегодня", PeriodLength.DAY, today -> today),
          word("yesterday", PeriodLength.DAY, today -> today.minusDays(1)),
          word("вчера", PeriodLength.DAY, today -> today.minusDays(1)),
          word("позавчера", PeriodLength.DAY, today -> today.minusDays(2)),
          word("this week", PeriodLength.WEEK, today -> today),
          word("эта неделя", PeriodLength.WEEK, today -> today),
          word("last week", PeriodLength.WEEK, today -> today.minusWeeks(1)),
          word("прошлая неделя", PeriodLength.WEEK, today -> today.minusWeeks(1)),
          word("this month", PeriodLength.MONTH, today -> today),
          word("этот месяц", PeriodLength.MONTH, today -> today),
          word("last month", PeriodLength.MONTH, today -> today.minusMonths(1)),
          word("прошлый месяц", PeriodLength.MONTH, today -> today.minusMonths(1)));

  private final PeriodLength length;
  private final UnaryOperator<LocalDate> date;

  private WrittenDates(PeriodLength length, UnaryOperator<LocalDate> date) {
    this.length = length;
    this.date = date;
  }

  private static Map.Entry<String, WrittenDates> word(
      String word, PeriodLength length, UnaryOperator<LocalDate> date) {
    return Map.entry(word, new WrittenDates(length, date));
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** Reads a date or words; hyphens may stand for the blanks that a shell splits at. */
  static Optional<WrittenDates> read(String text) {
    String words = text.strip().toLowerCase(Locale.ROOT).replaceAll("[-_\\s\\h]+", " ");
    return Optional.ofNullable(WORDS.get(words)).or(() -> date(text.strip()));
  }

  /**
   * The date that words mean as a query's parameter, or the value as it is written.
   *
   * @param name of the parameter: dates end in {@code _date}, and the end of a range is excluded
   */
  static String parameter(String name, String value, LocalDate today) {
    Optional<DateRange> dates =
        name.endsWith("_date") ? read(value).map(written -> written.on(today)) : Optional.empty();
    boolean isEnd = name.startsWith("until") && dates.filter(range -> range.days() > 1).isPresent();
    return dates
        .map(range -> isEnd ? range.until() : range.from())
        .map(LocalDate::toString)
        .orElse(value);
  }

  private static Optional<WrittenDates> date(String text) {
    return FORMS.stream().flatMap(form -> date(text, form).stream()).findFirst();
  }

  private static Optional<WrittenDates> date(String text, DateTimeFormatter form) {
    try {
      LocalDate date = LocalDate.parse(text, form);
      return Optional.of(new WrittenDates(PeriodLength.DAY, today -> date));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The dates that are meant on that day. */
  DateRange on(LocalDate today) {
    return length.containing(date.apply(today));
  }

  /** The period of a report that contains them, or exactly them if none of that length does. */
  DateRange period(PeriodLength ofReport, LocalDate today) {
    DateRange written = on(today);
    DateRange period = ofReport.containing(written.from());
    return period.until().isBefore(written.until()) ? written : period;
  }
}
