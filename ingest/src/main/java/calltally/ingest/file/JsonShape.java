package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.ingest.file.line.FileLine;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the objects of a JSON text are laid out, as far as its first lines show. */
final class JsonShape {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int LONGEST_BEGINNING = 4000;

  /** An object whose first array holds objects; what comes before has no structure. */
  private static final Pattern WRAPPED =
      Pattern.compile(
          "\\{\\s*(?:\"[^\"\\\\]*\"\\s*:\\s*(?:\"[^\"\\\\]*\"|[\\w.+-]+)\\s*,\\s*)*+"
              + "\"[^\"\\\\]*\"\\s*:\\s*\\[\\s*\\{");

  /** A notification may have a list of objects too. */
  private static final Pattern OF_NOTIFICATION =
      Pattern.compile("\"(?:event|speech_state|summary|received_at)\"\\s*:");

  private JsonShape() {}

  /** Whether the text is an array, or its objects do not have one line each. */
  static boolean isSpread(List<FileLine> first) {
    String text = beginning(first.get(0));
    if (text.startsWith("[") || first.stream().anyMatch(JsonShape::hasSeveral)) {
      return true;
    }
    JsonDepth depth = new JsonDepth();
    text.chars().forEach(depth::pass);
    return text.startsWith("{")
        && depth.isInside()
        && first.size() > 1
        && !beginning(first.get(1)).startsWith("{");
  }

  /** Whether the notifications are in an array within an object. */
  static boolean isWrapped(List<FileLine> first) {
    String text = first.stream().map(JsonShape::beginning).collect(Collectors.joining("\n"));
    Matcher wrapped =
        WRAPPED.matcher(text.substring(0, Math.min(LONGEST_BEGINNING, text.length())));
    return wrapped.lookingAt() && !OF_NOTIFICATION.matcher(wrapped.group()).find();
  }

  private static boolean hasSeveral(FileLine line) {
    JsonDepth depth = new JsonDepth();
    boolean isBehind = false;
    for (int character : beginning(line).chars().toArray()) {
      if (isBehind && character == '{') {
        return true;
      }
      boolean wasInside = depth.isInside();
      depth.pass(character);
      isBehind |= wasInside && !depth.isInside();
    }
    return false;
  }

  /** The line without a byte order mark and blanks around it. */
  static String beginning(FileLine line) {
    String text = line.bytes().text(UTF_8);
    return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).strip();
  }
}
