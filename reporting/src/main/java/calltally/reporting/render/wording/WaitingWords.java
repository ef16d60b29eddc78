package calltally.reporting.render.wording;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.MissedCallers;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says who still waits for a call-back, so that it is true of everybody on the list below it.
 *
 * @param waiting callers of the period who wait
 * @param ofOtherDays other callers who wait
 * @param neverReached callers whose time ran out
 * @param callers missed callers with a known number
 * @param withheldCalls missed calls of callers whom nobody can call back
 */
public record WaitingWords(
    int waiting, int ofOtherDays, int neverReached, int callers, int withheldCalls) {

  /** Of a report with a call-back list. */
  public static WaitingWords of(CallReport report) {
    CallbackList list = report.callbacks();
    MissedCallers missed = report.totals().missedCallers();
    int expired = list.neverReached().isEmpty() ? missed.expired() : list.neverReached().size();
    return new WaitingWords(
        report.waiting(),
        list.ofOtherDays().size(),
        expired,
        missed.callers(),
        missed.withheldCalls());
  }

  /** Of the missed calls of a period alone, or of those that rang one manager. */
  public static WaitingWords of(MissedCallReport report) {
    if (report.head().scope().manager() != null) {
      return of(report.calls());
    }
    MissedCallers missed = report.totals().missedCallers();
    return new WaitingWords(
        missed.waiting(), 0, missed.expired(), missed.callers(), missed.withheldCalls());
  }

  /** Of the callers of these missed calls alone, by the last call of each. */
  public static WaitingWords of(Collection<MissedCall> calls) {
    Collection<MissedCall> last =
        calls.stream()
            .filter(call -> call.customer() != null)
            .collect(
                Collectors.toMap(
                    MissedCall::customer,
                    Function.identity(),
                    BinaryOperator.maxBy(Comparator.comparing(MissedCall::missedAt))))
            .values();
    int waiting = count(last, CallbackState.OUTSTANDING) + count(last, CallbackState.TRIED);
    int withheld = (int) calls.stream().filter(call -> call.customer() == null).count();
    return new WaitingWords(waiting, 0, count(last, CallbackState.EXPIRED), last.size(), withheld);
  }

  private static int count(Collection<MissedCall> calls, CallbackState state) {
    return (int) calls.stream().filter(call -> call.state() == state).count();
  }

  /** The end of a verdict or headline. */
  String end(String style, Wording wording) {
    if (waiting > 0) {
      String counted = wording.counted(style + ".waiting", waiting);
      return ofOtherDays == 0
          ? counted
          : counted + wording.counted(style + ".waiting.others", ofOtherDays);
    }
    if (ofOtherDays > 0) {
      return wording.counted(style + ".others_wait", ofOtherDays);
    }
    return nobodyWaits(style, wording);
  }

  private String nobodyWaits(String style, Wording wording) {
    if (neverReached > 0) {
      return wording.counted(style + ".never_reached", neverReached);
    }
    if (withheldCalls == 0) {
      return wording.text(style + ".nobody_waits");
    }
    return callers == 0
        ? wording.counted(style + ".withheld", withheldCalls)
        : wording.text(style + ".nobody_known_waits");
  }

  /** How many were never reached, besides those who wait; empty when nobody was. */
  public String neverReached(Wording wording) {
    return neverReached == 0 ? "" : wording.counted("letter.never_reached", neverReached);
  }

  /** Why the list is empty. */
  public String whyNobody(Wording wording) {
    String reason =
        neverReached > 0
            ? wording.counted("empty.callbacks.never_reached", neverReached)
            : callers > 0
                ? wording.text("empty.callbacks.reached")
                : wording.text(withheldCalls > 0 ? "empty.callbacks.withheld" : "empty.callbacks");
    return withheldCalls == 0
        ? reason
        : reason + " " + wording.counted("callbacks.withheld", withheldCalls);
  }
}
