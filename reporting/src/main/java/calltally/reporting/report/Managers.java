package calltally.reporting.report;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The managers of the period, most attempts first, and what they did together.
 *
 * @param medianRing of all attempts answered; null without one
 */
public record Managers(List<ManagerDay> managers, @Nullable Duration medianRing) {

  private static final AttemptCounts NONE = new AttemptCounts(0, 0, 0, 0, 0, 0, 0, 0);

  public Managers {
    managers = List.copyOf(managers);
  }

  public AttemptCounts attempts() {
    return managers.stream().map(ManagerDay::attempts).reduce(NONE, AttemptCounts::plus);
  }

  public Duration talk() {
    return managers.stream().map(ManagerDay::talk).reduce(Duration.ZERO, Duration::plus);
  }

  public int outgoing() {
    return managers.stream().mapToInt(ManagerDay::outgoing).sum();
  }

  public int callbacks() {
    return managers.stream().mapToInt(ManagerDay::callbacks).sum();
  }
}
