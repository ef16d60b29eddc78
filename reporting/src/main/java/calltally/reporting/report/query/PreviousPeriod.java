package calltally.reporting.report.query;

import calltally.reporting.report.Comparison.Basis;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.PeriodLength;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The dates a period is compared with: the week before a week, the month before a month, else as
 * many days before.
 */
record PreviousPeriod(DateRange dates, Basis basis) {

  static PreviousPeriod of(DateRange dates) {
    Optional<PeriodLength> length =
        Stream.of(PeriodLength.WEEK, PeriodLength.MONTH)
            .filter(each -> each.containing(dates.from()).equals(dates))
            .findFirst();
    return length
        .map(each -> new PreviousPeriod(each.before(dates), basis(each)))
        .orElseGet(
            () ->
                new PreviousPeriod(
                    new DateRange(dates.from().minusDays(dates.days()), dates.from()),
                    Basis.PREVIOUS_PERIOD));
  }

  private static Basis basis(PeriodLength length) {
    return length == PeriodLength.WEEK ? Basis.PREVIOUS_WEEK : Basis.PREVIOUS_MONTH;
  }
}
