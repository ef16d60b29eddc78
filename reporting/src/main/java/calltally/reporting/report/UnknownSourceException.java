package calltally.reporting.report;

/** A report was asked for a source that the database does not know. */
public final class UnknownSourceException extends RuntimeException {

  UnknownSourceException(String source) {
    super("report not made: the source must be configured, was " + source);
  }
}
