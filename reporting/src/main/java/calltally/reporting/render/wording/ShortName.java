package calltally.reporting.render.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People's names, and numbers that stand for them, as a narrow column has room for. */
public final class ShortName {

  /** Endings of Russian patronymics; other languages write initials themselves. */
  private static final Pattern PATRONYMIC =
      Pattern.compile("\\p{IsCyrillic}+(вич|вна|ична|ьич|мич|оглы|кызы)", Pattern.CASE_INSENSITIVE);

  private static final Pattern HYPHEN_OF_NUMBER = Pattern.compile("(?<=[\\d•])-(?=[\\d•])");

  /** A word and its number, as in <i>Manager 42</i>. */
  private static final Pattern NUMBERED = Pattern.compile("(?<![^ ])(\\p{L}[^ ]*) (\\d+)(?![^ ])");

  private static final char NO_BREAK = '\u00A0';
  private static final String NO_BREAK_HYPHEN = "\u2011";

  private static final int MOST_LINES = 2;

  /** The narrowest columns for names. */
  private static final NarrowColumn ONE_NAME = new NarrowColumn(51);

  /** The columns for several names. */
  private static final NarrowColumn NAMES = new NarrowColumn(64);

  private ShortName() {}

  /** A full Russian name as surname and initials; others whole, but for words wider than a line. */
  public static String of(String name) {
    return of(name, NAMES);
  }

  private static String of(String name, NarrowColumn column) {
    String readable = PhoneNumberFormat.readable(name);
    List<String> words = List.of(readable.strip().split("\\s+"));
    if (words.size() == 3 && isPatronymic(words.get(2))) {
      return initialled(words.get(0), words.get(1), words.get(2), column);
    }
    return words.size() == 3 && isPatronymic(words.get(1))
        ? initialled(words.get(2), words.get(0), words.get(1), column)
        : unbroken(readable, column);
  }

  /** A name of a line or a person on at most two lines of a narrow column. */
  public static String inTwoLines(String name) {
    return ONE_NAME.inTwoLines(of(name, ONE_NAME));
  }

  /** The first of the names, on at most two lines, and how many more there are. */
  public static String ofFirst(List<String> names) {
    List<String> named = new ArrayList<>();
    int lines = 0;
    for (String name : names.stream().map(ShortName::of).toList()) {
      boolean isShort = NAMES.fits(name + ",");
      lines += isShort ? 1 : 2;
      if (!named.isEmpty() && lines > MOST_LINES) {
        break;
      }
      named.add(isShort ? name.replace(' ', NO_BREAK) : name);
    }
    String shown = String.join(", ", named);
    int more = names.size() - named.size();
    return more == 0 ? shown : withMore(shown, "+" + more);
  }

  /** Keeps the last word and what follows on one line, where that has room for both. */
  private static String withMore(String text, String more) {
    String last = text.substring(text.lastIndexOf(' ') + 1);
    return text + (NAMES.fits(last + NO_BREAK + more) ? NO_BREAK : ' ') + more;
  }

  private static boolean isPatronymic(String word) {
    return PATRONYMIC.matcher(word).matches();
  }

  private static String initialled(
      String surname, String first, String patronymic, NarrowColumn column) {
    return column.cut(surname) + " " + initial(first) + NO_BREAK + initial(patronymic);
  }

  private static String initial(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1)) + ".";
  }

  /** The text with numbers that break between their groups only, at spaces. */
  public static String unbroken(String text) {
    return unbroken(text, NAMES);
  }

  /** The name for a column of a width in points; a word that no line has room for is cut. */
  public static String wrapped(String name, double width) {
    return unbroken(PhoneNumberFormat.readable(name), new NarrowColumn(width));
  }

  private static String unbroken(String text, NarrowColumn column) {
    String numbered =
        NUMBERED
            .matcher(HYPHEN_OF_NUMBER.matcher(text).replaceAll(NO_BREAK_HYPHEN))
            .replaceAll(found -> numbered(found.group(1), found.group(2), column));
    return String.join(" ", List.of(numbered.split(" ")).stream().map(column::cut).toList());
  }

  private static String numbered(String word, String number, NarrowColumn column) {
    String joined = word + NO_BREAK + number;
    return Matcher.quoteReplacement(column.fits(joined) ? joined : word + " " + number);
  }
}
