package calltally.reporting.report;

import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The managers of the period, most attempts first, and their totals.
 *
 * @param total sums of the rows, with an empty name
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
            ComparedRate.of(attempts.answerRate()),
            medianRing,
            managers.stream().map(ManagerActivity::talk).reduce(Duration.ZERO, Duration::plus),
            sum(managers, ManagerActivity::outgoing),
            new Rate(
                sum(managers, manager -> manager.connected().part()),
                sum(managers, manager -> manager.connected().whole())),
            sum(managers, ManagerActivity::callbacks),
            sum(managers, ManagerActivity::callbackTries),
            sum(managers, ManagerActivity::missedCalls),
            List.of());
    return new Managers(managers, total);
  }

  private static int sum(List<ManagerActivity> managers, ToIntFunction<ManagerActivity> figure) {
    return managers.stream().mapToInt(figure).sum();
  }
}
