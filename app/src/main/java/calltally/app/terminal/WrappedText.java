package calltally.app.terminal;

import java.util.ArrayList;
import java.util.List;

/** A text wrapped into lines, between words if possible. */
public record WrappedText(String text) {

  /**
   * The lines, at least one.
   *
   * @param width characters per line, at least one
   */
  public List<String> lines(int width) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.codePointCount(0, rest.length()) > width) {
      int limit = rest.offsetByCodePoints(0, width);
      int blank = rest.lastIndexOf(' ', limit);
      int end = blank > 0 ? blank : limit;
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }
}
