package calltally.ingest.file;

/** The object around an array of notifications, as far as it is read. */
final class JsonWrapper {

  private int open;
  private boolean inArray;
  private boolean inString;

  /** Whether a byte outside the notifications belongs to it. */
  boolean takes(byte next) {
    if (inArray) {
      inArray = next != ']';
      return !inArray;
    }
    if (inString) {
      inString = next != '"';
    } else if (next == '"') {
      inString = true;
    } else if (next == '[') {
      inArray = true;
    } else if (next == '{' || next == '}') {
      open += next == '{' ? 1 : -1;
    }
    return true;
  }

  boolean isOpen() {
    return inArray || open > 0;
  }
}
