package calltally.reporting.delivery;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How long the reports of a source stay in the archive.
 *
 * @param source its name
 * @param limit null: as long as is usual
 */
record RetentionRule(int sourceId, String source, @Nullable Period limit) {

  /** The rule for reports that are in no ledger. */
  static final RetentionRule OF_NOBODY = new RetentionRule(0, "", null);

  /** The first date whose reports are kept. */
  LocalDate from(LocalDate today, Period usual) {
    return today.minus(limit == null ? usual : limit);
  }
}
