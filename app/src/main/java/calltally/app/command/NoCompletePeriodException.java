package calltally.app.command;

import calltally.app.terminal.ExplainedException;
import calltally.app.terminal.Message;
import calltally.reporting.report.ReportKind;

/** There is no complete period yet that a report without a date could cover. */
final class NoCompletePeriodException extends ExplainedException {

  private static final long serialVersionUID = 1;

  NoCompletePeriodException(ReportKind kind, String source) {
    super(Message.of("report.no_period", kind.toString(), source));
  }
}
