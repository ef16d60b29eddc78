package calltally.app.directory;

import calltally.app.terminal.Message;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names of one kind so far. Names that differ only by case, blanks or letters that look alike
 * are one name, mistyped: the figures would fall apart.
 */
final class Spellings {

  private static final String CYRILLIC = "АВЕКМНОРСТУХІЈЅ";
  private static final String LATIN = "ABEKMHOPCTYXIJS";

  private final String field;
  private final Map<String, RawEntry> first = new HashMap<>();
  private final Map<String, String> spelling = new HashMap<>();

  /**
   * No names yet.
   *
   * @param field what they are called in files
   */
  Spellings(String field) {
    this.field = field;
  }

  /** The problem of a name that was spelled otherwise before. */
  Optional<Message> problem(String name, RawEntry entry) {
    String key = skeleton(upper(name));
    String before = spelling.putIfAbsent(key, name);
    RawEntry other = first.putIfAbsent(key, entry);
    return before == null || other == null || before.equals(name)
        ? Optional.empty()
        : Optional.of(
            entry
                .position()
                .problem(
                    field,
                    Message.of(reason(before, name), name, before, other.position().entry())));
  }

  private static String reason(String before, String name) {
    return upper(before).equals(upper(name)) ? "directory.spelling" : "directory.spelling.letters";
  }

  /** Without case, blanks and punctuation. */
  private static String upper(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .replace('Ё', 'Е')
        .replaceAll("[\\s\\p{Z}\\p{P}]", "");
  }

  private static String skeleton(String upper) {
    StringBuilder latin = new StringBuilder(upper);
    for (int i = 0; i < latin.length(); i++) {
      int letter = CYRILLIC.indexOf(latin.charAt(i));
      if (letter >= 0) {
        latin.setCharAt(i, LATIN.charAt(letter));
      }
    }
    return latin.toString();
  }
}
