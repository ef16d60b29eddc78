package calltally.app.configuration;

import calltally.app.terminal.Message;
import calltally.sql.NearestNames;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One value of the file and its path. A value that breaks its rule is noted as a problem and
 * replaced by a stand-in, so that reading goes on and finds the next problem.
 */
final class YamlValue {

  private static final int MOST_SHOWN = 200;

  private final String path;
  private final YamlNode node;
  private final ConfigurationProblems problems;
  private final EnvironmentSubstitution substitution;

  YamlValue(
      String path,
      YamlNode node,
      ConfigurationProblems problems,
      EnvironmentSubstitution substitution) {
    this.path = path;
    this.node = node;
    this.problems = problems;
    this.substitution = substitution;
  }

  boolean isAbsent() {
    return node instanceof YamlNode.Absent;
  }

  boolean isMapping() {
    return node instanceof YamlNode.Mapping;
  }

  String path() {
    return path;
  }

  /** How many problems of the file have been noted so far. */
  int problems() {
    return problems.count();
  }

  /** Notes a problem that names its own path. */
  void note(Message problem) {
    problems.add("", problem);
  }

  void refuse(Message problem) {
    problems.add(path, problem);
  }

  /** The value itself; notes every key that is not among the known ones. */
  YamlValue mapping(String... known) {
    Set<String> unknown = new TreeSet<>(entries().keySet());
    unknown.removeAll(Set.of(known));
    for (String key : unknown) {
      get(key)
          .refuse(
              Message.of(
                  "configuration.unknown_key",
                  String.join(", ", known),
                  new NearestNames(key).question(List.of(known))));
    }
    return this;
  }

  /** The values of a mapping by key; none when it is absent. */
  Map<String, YamlNode> entries() {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping.entries();
    }
    if (!isAbsent()) {
      refuse(Message.of("configuration.mapping"));
    }
    return Map.of();
  }

  YamlValue get(String key) {
    YamlNode value = new YamlNode.Absent();
    if (node instanceof YamlNode.Mapping mapping) {
      value = mapping.entries().getOrDefault(key, value);
    }
    return beneath(path.isEmpty() ? key : path + "." + key, value);
  }

  /** The values of a list; none when it is absent. */
  List<YamlValue> items() {
    if (node instanceof YamlNode.Sequence sequence) {
      return IntStream.range(0, sequence.items().size())
          .mapToObj(index -> beneath(path + "[" + index + "]", sequence.items().get(index)))
          .toList();
    }
    if (!isAbsent()) {
      refuse(Message.of("configuration.list"));
    }
    return List.of();
  }

  /** The values of a list, those left out that break the rule. */
  <T> List<T> all(ValueRule<T> rule) {
    return items().stream()
        .peek(YamlValue::requirePresent)
        .map(item -> item.orNull(rule))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The value, or the default when it is absent. */
  <T> T or(ValueRule<T> rule, T otherwise) {
    T value = orNull(rule);
    return value == null ? otherwise : value;
  }

  /** The value, which must be there. */
  <T> T required(ValueRule<T> rule, T standIn) {
    requirePresent();
    return or(rule, standIn);
  }

  <T> @Nullable T orNull(ValueRule<T> rule) {
    if (isAbsent()) {
      return null;
    }
    if (!(node instanceof YamlNode.Scalar scalar)) {
      refuse(rule.need());
      return null;
    }
    return parsed(rule, scalar.text());
  }

  /** What a section says; null when it is absent. */
  <T> @Nullable T sectionOrNull(Function<YamlValue, T> reading) {
    return isAbsent() ? null : reading.apply(this);
  }

  /** Notes a value that is missing. */
  void requirePresent() {
    if (isAbsent()) {
      refuse(Message.of("configuration.missing"));
    }
  }

  private <T> @Nullable T parsed(ValueRule<T> rule, String raw) {
    Set<String> missing = new TreeSet<>();
    String text = substitution.apply(raw, missing::add);
    if (!missing.isEmpty()) {
      refuse(Message.of("configuration.variable", String.join(", ", missing)));
      return null;
    }
    try {
      return rule.parse().apply(text);
    } catch (RuntimeException e) {
      refuse(
          rule.isSecret()
              ? rule.need()
              : Message.of("configuration.was", rule.need(), shortened(text)));
      return null;
    }
  }

  private static String shortened(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
  }

  private YamlValue beneath(String childPath, YamlNode child) {
    return new YamlValue(childPath, child, problems, substitution);
  }
}
