package calltally.ingest.spool;

/** The bytes of a record, and the source whose quota they count for. */
final class SpoolEntry {

  private final String source;
  private final byte[] content;

  SpoolEntry(String source, byte[] content) {
    this.source = source;
    this.content = content;
  }

  String source() {
    return source;
  }

  byte[] content() {
    return content;
  }

  /** What it occupies in a file. */
  int length() {
    return new Frame(0, content).length();
  }
}
