package calltally.app.command;

import calltally.reporting.report.ReportKind;

/** There is no complete period yet that a report without a date could cover. */
final class NoCompletePeriodException extends RuntimeException {

  NoCompletePeriodException(ReportKind kind, String source) {
    super(
        "cannot make the %s report: source %s has no complete period with notifications yet"
                .formatted(kind, source)
            + "; --date reports on one that is not over");
  }
}
