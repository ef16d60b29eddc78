package calltally.web.frame;

import calltally.reporting.report.DateRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The dates that a URL asks for, in the parameters {@code from} and {@code to}. */
public final class DateParameters {

  private static final int MOST_DAYS = 93;

  private DateParameters() {}

  /**
   * The range; one date when only the first is given.
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
    if (last.isBefore(first)) {
      throw new BadRequestException();
    }
    DateRange dates = new DateRange(first, last.plusDays(1));
    if (dates.days() > MOST_DAYS) {
      throw new BadRequestException();
    }
    return dates;
  }

  /** A date of the present age. */
  public static LocalDate date(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 2000 && date.getYear() <= 2999) {
        return date;
      }
      throw new BadRequestException();
    } catch (DateTimeException e) {
      throw new BadRequestException();
    }
  }

  /** The same for a parameter that may be missing. */
  public static @Nullable LocalDate orNull(@Nullable String text) {
    return text == null ? null : date(text);
  }
}
