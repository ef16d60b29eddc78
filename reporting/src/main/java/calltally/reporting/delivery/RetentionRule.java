package calltally.reporting.delivery;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How long the reports of a source stay in the archive.
 *
 * @param source its name
 * @param limit null: the default period
 */
record RetentionRule(int sourceId, String source, @Nullable Period limit) {

  /** The rule for reports that are in no ledger. */
  static final RetentionRule OF_NOBODY = new RetentionRule(0, "", null);

  /** The first date whose reports are kept. */
  LocalDate from(LocalDate today, Period defaultPeriod) {
    return today.minus(limit == null ? defaultPeriod : limit);
  }
}
