package calltally.app.configuration;

import java.util.List;
import java.util.Map;

/** A node of YAML; scalars keep their text, so that {@code +375…} and {@code 0.90} stay. */
sealed interface YamlNode {

  /** No value: the key is missing, or nothing follows it. */
  record Absent() implements YamlNode {}

  record Scalar(String text) implements YamlNode {}

  record Sequence(List<YamlNode> items) implements YamlNode {}

  record Mapping(Map<String, YamlNode> entries) implements YamlNode {}
}
