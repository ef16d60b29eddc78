package calltally.reporting.report.query;

import calltally.sql.LocalizedException;
import calltally.sql.NearestNames;
import java.util.Collection;

/** A report was asked for a source that the database does not know. */
public final class UnknownSourceException extends LocalizedException {

  private static final long serialVersionUID = 1;

  UnknownSourceException(String source, Collection<String> known) {
    super(RefusedReport.text("source", source, new NearestNames(source).question(known)));
  }
}
