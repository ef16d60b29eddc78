package calltally.ingest.file.table;

/** Finds where a quoted cell ends: at a quote that is not doubled. */
public final class QuotedCell {

  private QuotedCell() {}

  /** Whether the text ends within a quoted cell. */
  public static boolean isOpen(String text, char separator) {
    boolean isInside = false;
    boolean isStart = true;
    for (int place = 0; place < text.length(); place++) {
      char next = text.charAt(place);
      if (isInside && next == '"') {
        boolean isDoubled = place + 1 < text.length() && text.charAt(place + 1) == '"';
        place += isDoubled ? 1 : 0;
        isInside = isDoubled;
      } else if (!isInside) {
        isInside = isStart && next == '"';
        isStart = next == separator;
      }
    }
    return isInside;
  }
}
