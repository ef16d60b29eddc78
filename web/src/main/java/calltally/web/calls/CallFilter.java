package calltally.web.calls;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.report.DateRange;
import calltally.web.frame.BadRequestException;
import calltally.web.frame.DateParameters;
import calltally.web.frame.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which of the visible calls are listed; null means any.
 *
 * @param to last date
 * @param outcome answered, missed, unfinished or placed: an outgoing call
 * @param isShort whether a missed call was short
 * @param inHours whether it began in working hours
 * @param before the last call of the page before; null for the first page
 */
record CallFilter(
    LocalDate from,
    LocalDate to,
    @Nullable String manager,
    @Nullable String outcome,
    @Nullable String reason,
    @Nullable Boolean isShort,
    @Nullable Boolean inHours,
    @Nullable Position before) {

  static final List<String> OUTCOMES = List.of("answered", "missed", "unfinished", "placed");
  static final List<String> REASONS =
      Arrays.stream(MissedReason.values())
          .map(reason -> reason.name().toLowerCase(Locale.ROOT))
          .toList();

  /** A call's place in the list, which begins with the newest. */
  record Position(Instant startedAt, String id) {

    static Position of(ListedCall call) {
      return new Position(call.startedAt(), call.id());
    }

    static Position parse(String text) {
      int end = text.indexOf(' ');
      if (end < 0) {
        throw new BadRequestException();
      }
      return new Position(DateParameters.instant(text.substring(0, end)), text.substring(end + 1));
    }

    @Override
    public String toString() {
      return startedAt + " " + id;
    }
  }

  /**
   * The filter that the URL asks for: without dates, today's calls.
   *
   * @throws BadRequestException when a parameter is none, or the range is too long
   */
  static CallFilter of(View view) {
    DateRange dates = DateParameters.of(view, DateRange.of(view.source().date(view.now())));
    String before = view.parameter("before");
    return new CallFilter(
        dates.from(),
        dates.until().minusDays(1),
        view.parameter("manager"),
        oneOf(OUTCOMES, view.parameter("outcome")),
        oneOf(REASONS, view.parameter("reason")),
        yes(view.parameter("short")),
        yes(view.parameter("hours")),
        before == null ? null : Position.parse(before));
  }

  private static @Nullable String oneOf(List<String> known, @Nullable String text) {
    if (text != null && !known.contains(text)) {
      throw new BadRequestException();
    }
    return text;
  }

  private static @Nullable Boolean yes(@Nullable String text) {
    String word = oneOf(List.of("yes", "no"), text);
    return word == null ? null : word.equals("yes");
  }
}
