package calltally.reporting.report.query;

import java.util.Collection;

/** A report was asked for a source that the database does not know. */
public final class UnknownSourceException extends RuntimeException {

  UnknownSourceException(String source, Collection<String> known) {
    super(
        "cannot make the report: the source must be configured (was "
            + source
            + ")"
            + new NearestNames(source).question(known));
  }
}
