package calltally.reporting.report;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The managers of the period, most attempts first, and their totals.
 *
 * @param total sums of the rows, with an empty name; its answer rate is the team's
 */
public record Managers(List<ManagerActivity> managers, ManagerActivity total) {

  public Managers {
    managers = List.copyOf(managers);
  }

  /**
   * Adds the totals of the rows.
   *
   * @param medianRing over all answered attempts; null when none was answered
   */
  public static Managers of(List<ManagerActivity> managers, @Nullable Duration medianRing) {
    AttemptCounts attempts =
        managers.stream()
            .map(ManagerActivity::attempts)
            .reduce(AttemptCounts.NONE, AttemptCounts::plus);
    ManagerActivity total =
        new ManagerActivity(
            "",
            null,
            attempts,
            answerRate(managers),
            medianRing,
            managers.stream().map(ManagerActivity::talk).reduce(Duration.ZERO, Duration::plus),
            managers.stream()
                .map(ManagerActivity::transfers)
                .reduce(Transfers.NONE, Transfers::plus),
            sum(managers, ManagerActivity::callsAnswered),
            sum(managers, ManagerActivity::outgoing),
            managers.stream().map(ManagerActivity::connected).reduce(Rate.NONE, Rate::plus),
            sum(managers, ManagerActivity::callbacks),
            sum(managers, ManagerActivity::callbackTries),
            sum(managers, ManagerActivity::missedCalls),
            List.of());
    return new Managers(managers, total);
  }

  private static ComparedRate answerRate(List<ManagerActivity> managers) {
    return !managers.isEmpty() && managers.stream().allMatch(ManagerActivity::ringsUntold)
        ? ComparedRate.UNTOLD
        : ComparedRate.of(teamRate(managers));
  }

  /** Picked-up ÷ answerable calls over all managers whose rate has a value. */
  private static Rate teamRate(List<ManagerActivity> managers) {
    return managers.stream()
        .map(manager -> manager.answerRate().ifKnown())
        .filter(Objects::nonNull)
        .reduce(Rate.NONE, Rate::plus);
  }

  private static int sum(List<ManagerActivity> managers, ToIntFunction<ManagerActivity> figure) {
    return managers.stream().mapToInt(figure).sum();
  }
}
