package calltally.reporting.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one manager did in a period, beside the median of his team.
 *
 * @param own his figures
 * @param before his figures in the period before; null when he did nothing then, or when there is
 *     nothing to compare with
 * @param team medians over the managers of the source
 * @param weeks the parts of the period that a calendar week cuts it into
 * @param ringTimes how long his phone rang before he answered
 * @param hours every hour of the day with what became of his rings
 * @param missedCalls those in which his phone rang unanswered, in the order of time
 */
public record ManagerReview(
    ReportHead head,
    ManagerActivity own,
    @Nullable ManagerActivity before,
    TeamMedians team,
    List<ManagerWeek> weeks,
    List<RingTimeBin> ringTimes,
    List<HourAttempts> hours,
    List<MissedCall> missedCalls)
    implements Report {

  public ManagerReview {
    weeks = List.copyOf(weeks);
    ringTimes = List.copyOf(ringTimes);
    hours = List.copyOf(hours);
    missedCalls = List.copyOf(missedCalls);
  }

  @Override
  public Report withRun(long run) {
    return new ManagerReview(
        head.withRun(run), own, before, team, weeks, ringTimes, hours, missedCalls);
  }
}
