package calltally.app.configuration;

import java.util.List;
import java.util.Map;

/** What YAML is made of; scalars keep their text, so that {@code +375…} and {@code 0.90} stay. */
sealed interface Node {

  /** No value: the key is missing, or nothing stands behind it. */
  record Absent() implements Node {}

  record Scalar(String text) implements Node {}

  record Sequence(List<Node> items) implements Node {}

  record Mapping(Map<String, Node> entries) implements Node {}
}
