package calltally.app.demo;

import calltally.app.terminal.Message;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The figures of a week, each by its subject and its name; a missing figure is 0. */
final class WeekFigures {

  private final SortedMap<Key, Integer> values = new TreeMap<>();

  void put(String about, String name, int value) {
    values.put(new Key(about, name), value);
  }

  int get(String about, String name) {
    return values.getOrDefault(new Key(about, name), 0);
  }

  int sum(Collection<String> abouts, String name) {
    return abouts.stream().mapToInt(about -> get(about, name)).sum();
  }

  /** Only those whose name is of the kind. */
  WeekFigures only(Predicate<String> kind) {
    WeekFigures some = new WeekFigures();
    values.forEach(
        (key, value) -> {
          if (kind.test(key.name())) {
            some.values.put(key, value);
          }
        });
    return some;
  }

  /** How many figures there are. */
  public int count() {
    return values.size();
  }

  /** Every figure that differs from the truth. */
  public List<Message> differencesFrom(WeekFigures truth) {
    SortedSet<Key> keys = new TreeSet<>(values.keySet());
    keys.addAll(truth.values.keySet());
    return keys.stream().flatMap(key -> difference(key, truth)).toList();
  }

  private Stream<Message> difference(Key key, WeekFigures truth) {
    int counted = get(key.about(), key.name());
    int real = truth.get(key.about(), key.name());
    return counted == real
        ? Stream.of()
        : Stream.of(Message.of("demo.difference", key.about(), key.name(), counted, real));
  }

  private record Key(String about, String name) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int byAbout = about.compareTo(other.about);
      return byAbout == 0 ? name.compareTo(other.name) : byAbout;
    }
  }
}
