package calltally.reporting.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One manager's figures in a period, compared with the team's medians.
 *
 * @param own the manager's figures
 * @param before the same in the previous period; null without activity then, or when there is
 *     nothing to compare with
 * @param team medians over the managers of the source
 * @param weeks the period cut into calendar weeks
 * @param ringTimes how long the phone rang before it was answered
 * @param hours every hour of the day with the outcomes of its rings
 * @param missedCalls missed calls in which the manager's phone rang unanswered, oldest first
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
