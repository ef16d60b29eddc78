package calltally.sql;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Finds the known names that a mistyped one may stand for.
 *
 * @param asked the name as typed
 */
public record NearestNames(String asked) {

  private static final int MOST = 3;
  private static final List<String> QUESTIONS =
      List.of("none_near", "one_near", "two_near", "three_near");

  /** Most letters that may be wrong in a long name. */
  private static final int MOST_WRONG = 3;

  /** Whether the question about them is not empty. */
  public boolean isAnyNear(Collection<String> known) {
    return known.stream().anyMatch(this::isNear);
  }

  /** The text of a question about the nearest names; empty where none is near. */
  public LocalizedText question(Collection<String> known) {
    int nearest = known.stream().mapToInt(this::distance).min().orElse(0);
    Object[] names =
        known.stream()
            .distinct()
            .filter(this::isNear)
            .filter(name -> distance(name) == nearest)
            .sorted()
            .limit(MOST)
            .toArray();
    return LocalizedText.of("calltally.sql", QUESTIONS.get(names.length), names);
  }

  private boolean isNear(String name) {
    return isPartOf(name) || letters(name) <= Math.min(MOST_WRONG, asked.length() / 2);
  }

  private boolean isPartOf(String name) {
    return !asked.isBlank() && lower(name).contains(lower(asked.strip()));
  }

  private int distance(String name) {
    return isPartOf(name) ? 0 : letters(name);
  }

  private int letters(String name) {
    return EditDistance.of(lower(asked), lower(name));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
