package calltally.ingest.file;

/** How many brackets of a JSON text are open, as far as it is read. */
final class JsonDepth {

  private int open;
  private boolean inString;
  private boolean escaped;

  void pass(int character) {
    if (escaped) {
      escaped = false;
    } else if (inString) {
      escaped = character == '\\';
      inString = character != '"';
    } else if (character == '"') {
      inString = true;
    } else if (character == '{' || character == '[') {
      open++;
    } else if (character == '}' || character == ']') {
      open--;
    }
  }

  boolean isInside() {
    return open > 0;
  }

  boolean isInString() {
    return inString;
  }

  void reset() {
    open = 0;
    inString = false;
    escaped = false;
  }
}
