package calltally.app.configuration;

import calltally.app.terminal.Message;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The problems found so far in one configuration. */
final class ConfigurationProblems {

  private final Set<Message> found = new LinkedHashSet<>();

  void add(String path, Message problem) {
    found.add(path.isEmpty() ? problem : Message.of("configuration.at", path, problem));
  }

  int count() {
    return found.size();
  }

  void throwIfAny(String origin) {
    if (!found.isEmpty()) {
      throw new InvalidConfigurationException(origin, List.copyOf(found));
    }
  }
}
