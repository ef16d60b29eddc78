package calltally.ingest.notification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What became of the telephone numbers that were read last: a call names the same two in all of its
 * notifications.
 */
final class RecentNumbers {

  private static final int MOST = 10_000;

  /** Nobody may fill the memory by what is no number. */
  private static final int LONGEST = 40;

  private final Map<Written, Optional<String>> numbers =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Written, Optional<String>> eldest) {
          return size() > MOST;
        }
      };

  /** What the text means in the region; reads it only when that is not known. */
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

  /** A text as it was sent, and where. */
  private record Written(String text, String region) {}
}
