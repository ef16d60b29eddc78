package calltally.reporting.report;

import calltally.reporting.call.fold.MissedReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something unusual about a period, found by a rule.
 *
 * @param subject the hour ({@code 16}), the line or the reason it is about; null when it is about
 *     all calls
 * @param rate the share that was found
 * @param baseline the share in the four weeks before the period
 * @param evidence the rows behind it, largest first
 */
public record Finding(
    Rule rule, @Nullable String subject, Rate rate, double baseline, List<Evidence> evidence) {

  public Finding {
    evidence = List.copyOf(evidence);
  }

  /** The kinds of finding; {@code FindingRules} has their thresholds. */
  public enum Rule {
    /** A larger share of an hour's calls was missed than before. */
    HOUR,
    /** A larger share of a line's calls was missed than before. */
    LINE,
    /** A reason had a larger share of the missed calls than before. */
    CAUSE
  }

  /**
   * A row behind a finding.
   *
   * @param reason why these calls were missed; null when the row is a line
   * @param line where they were missed; null when the row is a reason
   */
  public record Evidence(@Nullable MissedReason reason, @Nullable DialledLine line, int missed) {}
}
