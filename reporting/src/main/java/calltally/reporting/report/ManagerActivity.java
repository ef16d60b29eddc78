package calltally.reporting.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A manager's figures in the period.
 *
 * @param manager name in the directory, else the number
 * @param department null when the directory names none
 * @param answerRate answer rate, compared with the team's
 * @param medianRing median ring time of answered attempts; null when none was answered
 * @param talk talk time on answered incoming calls
 * @param outgoing calls placed
 * @param connected share of the calls placed, once answered or missed, that were answered
 * @param callbacks calls placed that were the first answered contact after a missed call
 * @param callbackTries unanswered calls placed to customers waiting for a call-back
 * @param missedCalls distinct missed calls in which the manager's phone rang unanswered
 * @param trend answer rates over the course of the period, null where one rests on fewer than 5
 *     rings; empty for one date
 */
public record ManagerActivity(
    String manager,
    @Nullable String department,
    AttemptCounts attempts,
    ComparedRate answerRate,
    @Nullable Duration medianRing,
    Duration talk,
    int outgoing,
    Rate connected,
    int callbacks,
    int callbackTries,
    int missedCalls,
    List<@Nullable Double> trend) {

  public ManagerActivity {
    trend = Collections.unmodifiableList(new ArrayList<>(trend));
  }

  /** Of a manager without any activity. */
  public static ManagerActivity none(String manager) {
    return new ManagerActivity(
        manager,
        null,
        AttemptCounts.NONE,
        ComparedRate.NONE,
        null,
        Duration.ZERO,
        0,
        new Rate(0, 0),
        0,
        0,
        0,
        List.of());
  }
}
