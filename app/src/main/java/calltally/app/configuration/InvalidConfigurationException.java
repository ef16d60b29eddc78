package calltally.app.configuration;

import calltally.app.terminal.ExplainedException;
import calltally.app.terminal.Message;
import java.util.List;

/** Everything that is wrong with a configuration, each problem with the path of its value. */
public final class InvalidConfigurationException extends ExplainedException {

  private static final long serialVersionUID = 1;

  private final String origin;
  private final transient List<Message> problems;

  /**
   * At least one problem.
   *
   * @param origin the file
   */
  InvalidConfigurationException(String origin, List<Message> problems) {
    super(explanation(origin, problems));
    this.origin = origin;
    this.problems = List.copyOf(problems);
  }

  /** The file. */
  public String origin() {
    return origin;
  }

  /** The problems, each with the path of its value. */
  public List<Message> problems() {
    return problems;
  }

  private static Message explanation(String origin, List<Message> problems) {
    if (problems.size() == 1) {
      return Message.of("configuration.invalid", origin, problems.get(0));
    }
    Message lines =
        problems.stream()
            .reduce((before, next) -> Message.of("configuration.next", before, next))
            .orElseThrow();
    return Message.counted("configuration.problems", problems.size(), origin, lines);
  }
}
