package calltally.app.command;

import calltally.reporting.report.ReportKind;

/** There is no period yet that a report without a date could be about. */
final class NoCompletePeriodException extends RuntimeException {

  NoCompletePeriodException(ReportKind kind, String source) {
    super(
        "%s report could not be made: source %s has no complete period of it with notifications"
                .formatted(kind, source)
            + " yet; --date reports on one that is not over");
  }
}
