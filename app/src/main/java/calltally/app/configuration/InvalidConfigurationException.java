package calltally.app.configuration;

import java.util.List;

/** Everything that is wrong with a configuration, each problem with the path of its value. */
public final class InvalidConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  InvalidConfigurationException(String origin, List<String> problems) {
    super(message(origin, problems));
    this.problems = List.copyOf(problems);
  }

  /** The problems, each with the path of its value. */
  public List<String> problems() {
    return problems;
  }

  private static String message(String origin, List<String> problems) {
    return problems.size() == 1
        ? "%s could not be used: %s".formatted(origin, problems.get(0))
        : "%s could not be used, it has %d problems:%n  %s"
            .formatted(origin, problems.size(), String.join("%n  ".formatted(), problems));
  }
}
