package calltally.reporting.render.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** People's names, and numbers that stand for them, as a narrow column has room for. */
public final class ShortName {

  /** Endings of Russian patronymics; other languages write initials themselves. */
  private static final Pattern PATRONYMIC =
      Pattern.compile("\\p{IsCyrillic}+(вич|вна|ична|ьич|мич|оглы|кызы)", Pattern.CASE_INSENSITIVE);

  private static final Pattern HYPHEN_OF_NUMBER = Pattern.compile("(?<=[\\d•])-(?=[\\d•])");
  private static final char NO_BREAK = '\u00A0';
  private static final String NO_BREAK_HYPHEN = "\u2011";

  /** Letters that fit a line of the narrowest column, however wide they are. */
  private static final int LINE = 13;

  private static final int MOST_LINES = 2;

  /** Width of the narrowest columns for names, in points. */
  private static final double COLUMN = 51;

  private ShortName() {}

  /** A full Russian name as surname and initials; others whole, but for words wider than a line. */
  public static String of(String name) {
    String readable = PhoneNumberFormat.readable(name);
    List<String> words = List.of(readable.strip().split("\\s+"));
    if (words.size() == 3 && isPatronymic(words.get(2))) {
      return initialled(words.get(0), words.get(1), words.get(2));
    }
    return words.size() == 3 && isPatronymic(words.get(1))
        ? initialled(words.get(2), words.get(0), words.get(1))
        : unbroken(readable);
  }

  /** A name of a line or a person on at most two lines of a narrow column. */
  public static String inTwoLines(String name) {
    List<String> words = List.of(of(name).split(" "));
    StringBuilder first = new StringBuilder();
    int next = filled(words, 0, first);
    StringBuilder second = new StringBuilder();
    boolean isWhole = filled(words, next, second) == words.size();
    String both = (first + " " + second).strip();
    return isWhole ? both : both + "…";
  }

  /** Appends the words that fit one line, at least one; returns the index of the next word. */
  private static int filled(List<String> words, int from, StringBuilder line) {
    int next = from;
    while (next < words.size()
        && (line.isEmpty() || TextWidth.inTable(line + " " + words.get(next) + "…") <= COLUMN)) {
      line.append(line.isEmpty() ? "" : " ").append(fitting(words.get(next)));
      next++;
    }
    return next;
  }

  /** The word, or as much of it as fits the column. */
  private static String fitting(String word) {
    String fitting = word;
    while (TextWidth.inTable(fitting) > COLUMN) {
      fitting = fitting.substring(0, fitting.length() - 2) + "…";
    }
    return fitting;
  }

  /** The first of the names, on at most two lines, and how many more there are. */
  public static String ofFirst(List<String> names) {
    List<String> named = new ArrayList<>();
    int lines = 0;
    for (String name : names.stream().map(ShortName::of).toList()) {
      lines += name.length() <= LINE + 2 ? 1 : 2;
      if (!named.isEmpty() && lines > MOST_LINES) {
        break;
      }
      named.add(name.length() <= LINE + 2 ? name.replace(' ', NO_BREAK) : name);
    }
    int more = names.size() - named.size();
    return String.join(", ", named) + (more == 0 ? "" : NO_BREAK + "+" + more);
  }

  private static boolean isPatronymic(String word) {
    return PATRONYMIC.matcher(word).matches();
  }

  private static String initialled(String surname, String first, String patronymic) {
    String initials = initial(first) + NO_BREAK + initial(patronymic);
    return cut(surname) + " " + initials;
  }

  private static String initial(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1)) + ".";
  }

  /** The text with numbers that break between their groups only, at spaces. */
  public static String unbroken(String text) {
    return HYPHEN_OF_NUMBER
        .matcher(String.join(" ", List.of(text.split(" ")).stream().map(ShortName::cut).toList()))
        .replaceAll(NO_BREAK_HYPHEN);
  }

  /** The word, shortened where a line would break inside it. */
  private static String cut(String word) {
    return word.length() <= LINE || word.contains("-")
        ? word
        : word.substring(0, word.offsetByCodePoints(0, LINE - 1)) + "…";
  }
}
