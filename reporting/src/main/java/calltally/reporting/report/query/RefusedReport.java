package calltally.reporting.report.query;

import calltally.sql.LocalizedException;
import calltally.sql.LocalizedText;

/** A report was asked for calls that its kind does not cover. */
final class RefusedReport extends LocalizedException {

  private static final long serialVersionUID = 1;

  RefusedReport(String key, Object... values) {
    super(text(key, values));
  }

  static LocalizedText text(String key, Object... values) {
    return LocalizedText.of("calltally.reporting.report.query", key, values);
  }
}
