package calltally.reporting.report.query;

import java.util.Collection;

/** A report was asked for a line, department or manager that the database does not know. */
public final class UnknownSubjectException extends RuntimeException {

  UnknownSubjectException(String what, String source, String asked, Collection<String> known) {
    super(
        "cannot make the report: the %s must be in the directory or have calls (was %s, source %s)"
                .formatted(what, asked, source)
            + new NearestNames(asked).question(known));
  }
}
