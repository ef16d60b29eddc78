package calltally.app.configuration;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One value of the file and its path. A value that breaks its rule is noted as a problem and
 * replaced by a stand-in, so that reading goes on and finds the next problem.
 */
final class Entry {

  private final String path;
  private final Node node;
  private final Problems problems;
  private final Substitution substitution;

  Entry(String path, Node node, Problems problems, Substitution substitution) {
    this.path = path;
    this.node = node;
    this.problems = problems;
    this.substitution = substitution;
  }

  boolean isAbsent() {
    return node instanceof Node.Absent;
  }

  String path() {
    return path;
  }

  /** How many problems of the file have been noted so far. */
  int problems() {
    return problems.count();
  }

  /** Notes a problem that tells its own path. */
  void note(String problem) {
    problems.add("", problem);
  }

  void refuse(String problem) {
    problems.add(path, problem);
  }

  /** The value itself, once all keys that are not among the known ones are noted. */
  Entry mapping(String... known) {
    Set<String> unknown = new TreeSet<>(entries().keySet());
    unknown.removeAll(Set.of(known));
    for (String key : unknown) {
      get(key).refuse("unknown key, known are " + String.join(", ", known));
    }
    return this;
  }

  /** The values of a mapping by key; none when it is absent. */
  Map<String, Node> entries() {
    if (node instanceof Node.Mapping mapping) {
      return mapping.entries();
    }
    if (!isAbsent()) {
      refuse("it has to be a mapping of keys to values");
    }
    return Map.of();
  }

  Entry get(String key) {
    Node value = new Node.Absent();
    if (node instanceof Node.Mapping mapping) {
      value = mapping.entries().getOrDefault(key, value);
    }
    return beneath(path.isEmpty() ? key : path + "." + key, value);
  }

  /** The values of a list; none when it is absent. */
  List<Entry> items() {
    if (node instanceof Node.Sequence sequence) {
      return IntStream.range(0, sequence.items().size())
          .mapToObj(index -> beneath(path + "[" + index + "]", sequence.items().get(index)))
          .toList();
    }
    if (!isAbsent()) {
      refuse("it has to be a list");
    }
    return List.of();
  }

  /** The values of a list, those left out that break the rule. */
  <T> List<T> all(Rule<T> rule) {
    return items().stream()
        .peek(Entry::requirePresent)
        .map(item -> item.orNull(rule))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The value, or the default when it is absent. */
  <T> T or(Rule<T> rule, T otherwise) {
    T value = orNull(rule);
    return value == null ? otherwise : value;
  }

  /** The value, which must be there. */
  <T> T required(Rule<T> rule, T standIn) {
    requirePresent();
    return or(rule, standIn);
  }

  <T> @Nullable T orNull(Rule<T> rule) {
    if (isAbsent()) {
      return null;
    }
    if (!(node instanceof Node.Scalar scalar)) {
      refuse("it has to be " + rule.words());
      return null;
    }
    return parsed(rule, scalar.text());
  }

  /** Notes a value that is missing. */
  void requirePresent() {
    if (isAbsent()) {
      refuse("a value is missing");
    }
  }

  private <T> @Nullable T parsed(Rule<T> rule, String raw) {
    Set<String> missing = new TreeSet<>();
    String text = substitution.apply(raw, missing::add);
    if (!missing.isEmpty()) {
      refuse("environment variable is not set: " + String.join(", ", missing));
      return null;
    }
    try {
      return rule.parse().apply(text);
    } catch (RuntimeException e) {
      refuse("it has to be " + rule.words() + (rule.isSecret() ? "" : ", was " + text));
      return null;
    }
  }

  private Entry beneath(String childPath, Node child) {
    return new Entry(childPath, child, problems, substitution);
  }
}
