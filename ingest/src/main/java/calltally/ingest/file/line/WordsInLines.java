package calltally.ingest.file.line;

import calltally.sql.LocalizedText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Words that lines have in common, each with its lines. */
public final class WordsInLines {

  private static final int WORDS_NAMED = 5;
  private static final int MOST_WORDS = 1000;
  private static final int LONGEST_WORD = 40;

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");

  private final Map<String, SomeLines> words = new LinkedHashMap<>();

  /** Adds a line; texts too long to be words are shortened. */
  public void add(long line, String text) {
    String printable = UNPRINTABLE.matcher(text).replaceAll(" ");
    String word =
        printable.length() > LONGEST_WORD ? printable.substring(0, LONGEST_WORD) + "…" : printable;
    if (words.size() < MOST_WORDS || words.containsKey(word)) {
      words.computeIfAbsent(word, unused -> new SomeLines()).add(line);
    }
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** The first words, each with its lines. */
  public LocalizedText named() {
    LocalizedText all = LocalizedText.of(SomeLines.TEXTS, "none");
    int place = 0;
    for (Map.Entry<String, SomeLines> word : words.entrySet()) {
      LocalizedText one =
          LocalizedText.of(SomeLines.TEXTS, "word", word.getKey(), word.getValue().named());
      if (place == WORDS_NAMED) {
        return LocalizedText.of(SomeLines.TEXTS, "and", all, "…");
      }
      all = place == 0 ? one : LocalizedText.of(SomeLines.TEXTS, "and", all, one);
      place++;
    }
    return all;
  }
}
