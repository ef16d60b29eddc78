package calltally.exchange.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A cache of normalised telephone numbers: all notifications of a call contain the same two. */
final class RecentNumbers {

  private static final int MOST = 10_000;

  /** Longer texts are no numbers, and must not fill the memory. */
  private static final int LONGEST = 40;

  private final Map<Written, Optional<String>> numbers =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Written, Optional<String>> eldest) {
          return size() > MOST;
        }
      };

  /** The normal form of the text in the region, computed when it is not cached. */
  Optional<String> get(String text, String region, Function<String, Optional<String>> normalise) {
    if (text.length() > LONGEST) {
      return normalise.apply(text);
    }
    Written written = new Written(text, region);
    synchronized (numbers) {
      Optional<String> known = numbers.get(written);
      if (known == null) {
        known = normalise.apply(text);
        numbers.put(written, known);
      }
      return known;
    }
  }

  /** A text as sent, and its region. */
  private record Written(String text, String region) {}
}
