package calltally.ingest.file;

/** A file of which nobody can tell how it is to be read. Nothing of it was stored. */
public final class UnknownFileFormat extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownFileFormat(String rule) {
    super("file could not be imported: " + rule);
  }
}
