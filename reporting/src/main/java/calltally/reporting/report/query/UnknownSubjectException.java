package calltally.reporting.report.query;

import calltally.sql.LocalizedException;
import calltally.sql.NearestNames;
import java.util.Collection;

/** A report was asked for a line, department or manager that the database does not know. */
public final class UnknownSubjectException extends LocalizedException {

  private static final long serialVersionUID = 1;

  UnknownSubjectException(String what, String source, String asked, Collection<String> known) {
    super(RefusedReport.text(what, asked, source, new NearestNames(asked).question(known)));
  }
}
