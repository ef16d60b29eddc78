package calltally.ingest.file;

/** Says that a file's format is unknown; nothing of the file was stored. */
public final class UnknownFileFormat extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownFileFormat(String rule) {
    super("cannot import the file: " + rule);
  }
}
