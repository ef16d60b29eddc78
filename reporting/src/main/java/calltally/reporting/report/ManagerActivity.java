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
 * @param talk the manager's shares of the talk of incoming calls
 * @param callsAnswered answered incoming calls that are counted as this manager's
 * @param outgoing calls placed
 * @param connected share of the calls placed, once answered or missed, that were answered
 * @param callbacks calls placed that were the first contact after a missed call
 * @param callbackTries calls placed to customers waiting for a call-back that were no contact
 * @param missedCalls distinct missed calls in which the manager's phone rang unanswered
 * @param trend answer rates over the course of the period, null where one rests on fewer than 5
 *     calls; empty for one date
 */
public record ManagerActivity(
    String manager,
    @Nullable String department,
    AttemptCounts attempts,
    ComparedRate answerRate,
    @Nullable Duration medianRing,
    Duration talk,
    Transfers transfers,
    int callsAnswered,
    int outgoing,
    Rate connected,
    int callbacks,
    int callbackTries,
    int missedCalls,
    List<@Nullable Double> trend) {

  public ManagerActivity {
    trend = Collections.unmodifiableList(new ArrayList<>(trend));
  }

  /**
   * The same, without a rate where no ring is known: the manager may have been rung all the same.
   *
   * @param hasUntoldRings whether there are calls of which it is not told whose phones rang
   */
  public ManagerActivity judgedWith(boolean hasUntoldRings) {
    boolean mayHaveRung = hasUntoldRings || callsAnswered > 0;
    return attempts.attempts() > 0 || !mayHaveRung
        ? this
        : new ManagerActivity(
            manager,
            department,
            attempts,
            ComparedRate.UNTOLD,
            medianRing,
            talk,
            transfers,
            callsAnswered,
            outgoing,
            connected,
            callbacks,
            callbackTries,
            missedCalls,
            trend);
  }

  /** Whether nothing is known of the manager's rings; their figures are then no zeros. */
  public boolean ringsUntold() {
    return attempts.attempts() == 0 && answerRate.isUntold();
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
        Transfers.NONE,
        0,
        0,
        new Rate(0, 0),
        0,
        0,
        0,
        List.of());
  }
}
