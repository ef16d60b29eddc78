package calltally.reporting.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a manager did in the period.
 *
 * @param manager his name in the directory, else his number
 * @param department null when not given
 * @param answerRate his answer rate beside the team's
 * @param medianRing of the attempts answered; null without one
 * @param talk on incoming calls that he answered
 * @param outgoing calls that he placed
 * @param connected those of them that were answered, of those that were answered or missed
 * @param callbacks those that were the first answered contact of a missed call
 * @param callbackTries those to customers waiting for a call back that were not answered
 * @param missedCalls distinct missed calls in which his phone rang unanswered
 * @param trend his answer rate through the period, null where it rests on fewer than 5 rings; empty
 *     for one date
 */
public record ManagerActivity(
    String manager,
    @Nullable String department,
    AttemptCounts attempts,
    JudgedRate answerRate,
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

  /** Of somebody who did nothing. */
  public static ManagerActivity none(String manager) {
    return new ManagerActivity(
        manager,
        null,
        AttemptCounts.NONE,
        JudgedRate.NONE,
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
