package calltally.sql.settings;

import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How long a source's data is kept; null means forever, and for reports the general limit.
 *
 * @param notifications whole months; deleted once no source keeps them
 * @param calls whole months; hourly and daily statistics outlive calls
 * @param recordings whole months for which calls keep their links to recordings and voicemails
 * @param customerNumbers whole days after which pseudonyms replace customers' numbers
 * @param reports whole months for which the archive keeps its reports
 * @param pageAccess whole months for which it is known who opened which customer's page; null for
 *     12
 */
public record Retention(
    @Nullable Period notifications,
    @Nullable Period calls,
    @Nullable Period recordings,
    @Nullable Duration customerNumbers,
    @Nullable Period reports,
    @Nullable Period pageAccess) {

  /** Keeps everything forever. */
  public static final Retention FOREVER = new Retention(null, null, null, null, null, null);

  public Retention {
    requireMonths(notifications);
    requireMonths(calls);
    requireMonths(recordings);
    requireMonths(reports);
    requireMonths(pageAccess);
    require(
        customerNumbers == null
            || (customerNumbers.toDays() > 0
                && customerNumbers.equals(Duration.ofDays(customerNumbers.toDays()))),
        customerNumbers);
  }

  boolean isForEver() {
    return equals(FOREVER);
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
          "cannot set retention: it must be at least a month, or a day for customers' numbers (was "
              + was
              + ")");
    }
  }
}
