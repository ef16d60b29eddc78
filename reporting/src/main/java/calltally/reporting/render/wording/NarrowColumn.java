package calltally.reporting.render.wording;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A column that texts must be made to fit. A line breaks at a space or after a hyphen; a part that
 * no line has room for is shortened instead.
 *
 * @param width in points
 */
record NarrowColumn(double width) {

  private static final Pattern BREAKS = Pattern.compile("(?<=[ -])");

  boolean fits(String text) {
    return TextWidth.inTable(text) <= width;
  }

  /** The word, shortened where a line would break inside one of its parts. */
  String cut(String word) {
    StringBuilder whole = new StringBuilder();
    for (String part : BREAKS.splitAsStream(word).toList()) {
      if (!fits(part)) {
        return whole.isEmpty() ? ended(part) : whole + "…";
      }
      whole.append(part);
    }
    return whole.toString();
  }

  /** The text on at most two lines. */
  String inTwoLines(String text) {
    List<String> parts = BREAKS.splitAsStream(text).toList();
    int second = firstOfNextLine(parts, 0);
    int left = firstOfNextLine(parts, second);
    String start = String.join("", parts.subList(0, second));
    return left == parts.size()
        ? text.strip()
        : start + ended(String.join("", parts.subList(second, left)).strip());
  }

  /** The index after as many parts as fit one line, at least one. */
  private int firstOfNextLine(List<String> parts, int from) {
    String line = "";
    int next = from;
    while (next < parts.size() && (line.isEmpty() || fits((line + parts.get(next)).strip()))) {
      line += parts.get(next++);
    }
    return next;
  }

  /** As much of the text as fits with an ellipsis, which says that there is more. */
  private String ended(String text) {
    String kept = text;
    while (!fits(kept + "…")) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1)).stripTrailing();
    }
    return kept + "…";
  }
}
