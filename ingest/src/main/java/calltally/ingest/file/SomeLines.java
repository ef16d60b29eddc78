package calltally.ingest.file;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How many lines share something, and the first of them. */
final class SomeLines {

  private static final int NAMED = 3;

  private final List<Long> first = new ArrayList<>();
  private long count;
  private long last = -1;

  /** Adds a line; in the order of the file, a line counts once. */
  void add(long line) {
    if (line == last) {
      return;
    }
    last = line;
    count++;
    if (first.size() < NAMED) {
      first.add(line);
    }
  }

  long count() {
    return count;
  }

  /** The first numbers, with an ellipsis where there are more. */
  String numbers() {
    String named = first.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return count > first.size() ? named + ", …" : named;
  }
}
