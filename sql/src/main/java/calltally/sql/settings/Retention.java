package calltally.sql.settings;

import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How long what a source sends, and what is derived from it, is kept; null means for ever, and of
 * reports as long as those of any source.
 *
 * @param notifications whole months; they go when all sources let go of them
 * @param calls whole months; statistics of hours and days outlive calls
 * @param recordings whole months for which calls keep their links to recordings and voicemails
 * @param customerNumbers whole days after which customers' numbers become pseudonyms
 * @param reports whole months for which the archive keeps its reports
 */
public record Retention(
    @Nullable Period notifications,
    @Nullable Period calls,
    @Nullable Period recordings,
    @Nullable Duration customerNumbers,
    @Nullable Period reports) {

  /** Everything for ever. */
  public static final Retention FOR_EVER = new Retention(null, null, null, null, null);

  public Retention {
    requireMonths(notifications);
    requireMonths(calls);
    requireMonths(recordings);
    requireMonths(reports);
    require(
        customerNumbers == null
            || (customerNumbers.toDays() > 0
                && customerNumbers.equals(Duration.ofDays(customerNumbers.toDays()))),
        customerNumbers);
  }

  boolean isForEver() {
    return equals(FOR_EVER);
  }

  private static void requireMonths(@Nullable Period period) {
    require(
        period == null
            || (period.toTotalMonths() > 0
                && period.equals(Period.ofMonths(Math.toIntExact(period.toTotalMonths())))),
        period);
  }

  private static void require(boolean isWhole, @Nullable Object was) {
    if (!isWhole) {
      throw new IllegalArgumentException(
          "retention could not be set: it is some months, or some days for customers' numbers, was "
              + was);
    }
  }
}
