package calltally.reporting.report;

import calltally.reporting.call.fold.MissedReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something unusual about a period, found by a rule.
 *
 * @param subject the hour ({@code 16}), the line's name or the reason's name that it is about; null
 *     when it is about all calls
 * @param rate what was found
 * @param usual what is usual
 * @param evidence the rows that it rests on, the largest first
 */
public record Finding(
    Rule rule, @Nullable String subject, Rate rate, double usual, List<Evidence> evidence) {

  public Finding {
    evidence = List.copyOf(evidence);
  }

  /** What kind of thing it is; the thresholds stand in {@code FindingRules}. */
  public enum Rule {
    /** A larger share of an hour's calls was missed than usual. */
    HOUR,
    /** A larger share of a line's calls was missed than usual. */
    LINE,
    /** A reason had a larger share of the missed calls than usual. */
    CAUSE
  }

  /**
   * A row behind it.
   *
   * @param reason why these calls were missed; null when the row is a line
   * @param line where they were missed; null when the row is a reason
   */
  public record Evidence(@Nullable MissedReason reason, @Nullable Line line, int missed) {}
}
