package calltally.reporting.report;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Medians of the figures of all managers active in the period.
 *
 * @param managers number of these managers
 * @param answerRate median of the managers who have one; null when none has, as for all nullable
 *     figures
 */
public record TeamMedians(
    int managers,
    @Nullable Double answerableCalls,
    @Nullable Double answerRate,
    @Nullable Double attempts,
    @Nullable Double pickupShare,
    @Nullable Double missedCalls,
    @Nullable Duration medianRing,
    @Nullable Duration talk,
    @Nullable Double transfersIn,
    @Nullable Double transfersOut,
    @Nullable Double outgoing,
    @Nullable Double connectRate,
    @Nullable Double callbacks,
    @Nullable Double callbackTries) {

  public static TeamMedians of(List<ManagerActivity> team) {
    return new TeamMedians(
        team.size(),
        median(team, manager -> answerable(manager.answerRate().ifKnown())),
        median(team, manager -> share(manager.answerRate().share())),
        median(team, manager -> known(manager, manager.attempts().attempts())),
        median(team, manager -> share(manager.attempts().pickupShare().share())),
        median(team, manager -> known(manager, manager.missedCalls())),
        duration(median(team, manager -> millis(manager.medianRing()))),
        duration(median(team, manager -> millis(manager.talk()))),
        median(team, manager -> known(manager, manager.transfers().in())),
        median(team, manager -> known(manager, manager.transfers().out())),
        median(team, manager -> (double) manager.outgoing()),
        median(team, manager -> share(manager.connected().share())),
        median(team, manager -> (double) manager.callbacks()),
        median(team, manager -> (double) manager.callbackTries()));
  }

  /** Whether there is nobody else to compare with. */
  public boolean isAlone() {
    return managers < 2;
  }

  private static @Nullable Double known(ManagerActivity manager, int figure) {
    return manager.ringsUntold() ? null : (double) figure;
  }

  private static @Nullable Double answerable(@Nullable Rate rate) {
    return rate == null ? null : (double) rate.whole();
  }

  private static @Nullable Double share(OptionalDouble share) {
    return share.isPresent() ? share.getAsDouble() : null;
  }

  private static @Nullable Double millis(@Nullable Duration duration) {
    return duration == null ? null : (double) duration.toMillis();
  }

  private static @Nullable Duration duration(@Nullable Double millis) {
    return millis == null ? null : Duration.ofMillis(Math.round(millis));
  }

  /** The middle value, or the mean of the two middle values. */
  private static @Nullable Double median(
      List<ManagerActivity> team, Function<ManagerActivity, @Nullable Double> figure) {
    Stream<@Nullable Double> values = team.stream().map(figure);
    double[] sorted =
        values.filter(Objects::nonNull).mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0
        ? null
        : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
