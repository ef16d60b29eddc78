package calltally.reporting.export;

import calltally.reporting.report.MissedCall;
import calltally.reporting.report.WaitingCaller;
import org.jspecify.annotations.Nullable;

/** Columns of missed calls and of callers waiting for a call-back. */
final class CallbackColumns {

  private CallbackColumns() {}

  static Columns<Waiting> waiting() {
    return new Columns<Waiting>()
        .yes("of_period", Waiting::isOfPeriod)
        .with(callers(), Waiting::caller);
  }

  /** A waiting caller, and whether they called in the period. */
  record Waiting(WaitingCaller caller, boolean isOfPeriod) {}

  static Columns<WaitingCaller> callers() {
    return new Columns<WaitingCaller>()
        .customer("customer", WaitingCaller::customer)
        .with(CallColumns.line(), WaitingCaller::line)
        .count("missed_calls", WaitingCaller::missedCalls)
        .moment("missed_at", WaitingCaller::missedAt)
        .seconds("wait_seconds", WaitingCaller::waited)
        .word("missed_reason", WaitingCaller::reason)
        .yes("presumed", WaitingCaller::presumed)
        .names("rung", WaitingCaller::rung)
        .word("state", WaitingCaller::state)
        .count("tries", WaitingCaller::tries)
        .text("tried_by", WaitingCaller::triedBy)
        .link("recording_url", WaitingCaller::listen);
  }

  static Columns<MissedCall> missedCalls() {
    return new Columns<MissedCall>()
        .date("local_date", MissedCall::date)
        .moment("missed_at", MissedCall::missedAt)
        .customer("customer", MissedCall::customer)
        .with(CallColumns.line(), MissedCall::line)
        .seconds("wait_seconds", MissedCall::waited)
        .word("missed_reason", MissedCall::reason)
        .yes("presumed", MissedCall::isPresumed)
        .names("rung", MissedCall::rung)
        .word("state", MissedCall::state)
        .seconds("seconds_to_callback", MissedCall::toCallback)
        .seconds("seconds_to_contact", MissedCall::toContact)
        .number("came_back_on_line", CallbackColumns::cameBackOn)
        .text("called_back_by", MissedCall::calledBackBy)
        .link("recording_url", MissedCall::listen);
  }

  /** The other line that the customer got through on; null when it was the same. */
  private static @Nullable String cameBackOn(MissedCall call) {
    return call.cameBackOn() == null ? null : call.cameBackOn().number();
  }
}
