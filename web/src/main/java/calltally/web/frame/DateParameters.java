package calltally.web.frame;

import calltally.reporting.report.DateRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The dates and instants that a URL asks for. */
public final class DateParameters {

  private static final int MOST_DAYS = 93;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2999;

  private DateParameters() {}

  /**
   * The range of {@code from} and {@code to}; one date when only the first is given.
   *
   * @param otherwise the range when none is given
   * @throws BadRequestException when a date is none, or the range is too long
   */
  public static DateRange of(View view, DateRange otherwise) {
    String from = view.parameter("from");
    String to = view.parameter("to");
    if (from == null && to == null) {
      return otherwise;
    }
    LocalDate first = from == null ? otherwise.from() : date(from);
    LocalDate last = to == null ? first : date(to);
    return range(first, last);
  }

  private static DateRange range(LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      throw new BadRequestException();
    }
    DateRange dates = new DateRange(first, last.plusDays(1));
    if (dates.days() > MOST_DAYS) {
      throw new BadRequestException();
    }
    return dates;
  }

  /** A date from 2000 to 2999. */
  public static LocalDate date(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      requireYear(date, FIRST_YEAR, LAST_YEAR);
      return date;
    } catch (DateTimeException e) {
      throw new BadRequestException();
    }
  }

  /** The same for a parameter that may be missing. */
  public static @Nullable LocalDate orNull(@Nullable String text) {
    return text == null ? null : date(text);
  }

  /** An instant of such a date, in whatever zone: Java knows some that PostgreSQL refuses. */
  public static Instant instant(String text) {
    try {
      Instant instant = Instant.parse(text);
      requireYear(LocalDate.ofInstant(instant, ZoneOffset.UTC), FIRST_YEAR - 1, LAST_YEAR + 1);
      return instant;
    } catch (DateTimeException e) {
      throw new BadRequestException();
    }
  }

  private static void requireYear(LocalDate date, int first, int last) {
    if (date.getYear() < first || date.getYear() > last) {
      throw new BadRequestException();
    }
  }
}
