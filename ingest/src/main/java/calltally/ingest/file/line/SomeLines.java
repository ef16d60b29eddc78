package calltally.ingest.file.line;

import calltally.sql.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How many lines share something, and the first of them. */
public final class SomeLines {

  public static final String TEXTS = "calltally.ingest.file";

  private static final int NAMED = 3;

  private final List<Long> first = new ArrayList<>();
  private long count;
  private long last = -1;

  /** Adds a line; in the order of the file, a line counts once. */
  public void add(long line) {
    if (line == last) {
      return;
    }
    last = line;
    count++;
    if (first.size() < NAMED) {
      first.add(line);
    }
  }

  public long count() {
    return count;
  }

  /** The lines by their numbers: the first of them, and how many more there are. */
  public LocalizedText named() {
    if (count == 1) {
      return LocalizedText.of(TEXTS, "line", first.get(0));
    }
    String numbers = first.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return count > first.size()
        ? LocalizedText.of(TEXTS, "lines_more", numbers, count - first.size())
        : LocalizedText.of(TEXTS, "lines", numbers);
  }
}
