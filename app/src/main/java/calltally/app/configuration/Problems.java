package calltally.app.configuration;

import java.util.ArrayList;
import java.util.List;

/** The problems found so far in one configuration. */
final class Problems {

  private final List<String> found = new ArrayList<>();

  void add(String path, String problem) {
    found.add(path.isEmpty() ? problem : path + ": " + problem);
  }

  void throwIfAny(String origin) {
    if (!found.isEmpty()) {
      throw new InvalidConfigurationException(origin, found);
    }
  }
}
