package calltally.reporting.render.wording;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.MissedCallers;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Says who still waits for a call-back, so that it is true of everybody on the list below it.
 *
 * @param waiting callers of the period who wait
 * @param ofOtherDays other callers who wait
 * @param neverReached callers of the period whose time ran out
 * @param neverOfOtherDays other callers whose time ran out in the period
 * @param callers missed callers with a known number
 * @param called those called back, and those waiting whom somebody has tried to call
 * @param withheldCalls missed calls of callers whom nobody can call back
 */
public record WaitingWords(
    int waiting,
    int ofOtherDays,
    int neverReached,
    int neverOfOtherDays,
    int callers,
    int called,
    int withheldCalls) {

  private static final Set<CallbackState> CALLED =
      EnumSet.of(CallbackState.RETURNED, CallbackState.TRIED);

  /** Of a report with a call-back list. */
  public static WaitingWords of(CallReport report) {
    CallbackList list = report.callbacks();
    MissedCallers missed = report.totals().missedCallers();
    int neverReached = report.neverReached().size();
    return new WaitingWords(
        report.waiting(),
        list.count(group -> !group.isOfPeriod()),
        neverReached,
        list.neverReached().size() + list.expiredLater().size() - neverReached,
        missed.callers(),
        missed.returned() + list.count(CallbackList.Group::isTried),
        missed.withheldCalls());
  }

  /** Of the missed and presumed missed calls of a period alone. */
  public static WaitingWords of(MissedCallReport report) {
    return of(report.calls());
  }

  /** Of the callers of these calls alone, by the last call of each; the oldest call comes first. */
  public static WaitingWords of(Collection<MissedCall> calls) {
    Collection<MissedCall> last = MissedCall.lastOfEachCaller(calls);
    int waiting = (int) last.stream().filter(MissedCall::isWaiting).count();
    int expired = (int) last.stream().filter(call -> call.state() == CallbackState.EXPIRED).count();
    int called = (int) last.stream().filter(call -> CALLED.contains(call.state())).count();
    int withheld = (int) calls.stream().filter(call -> call.customer() == null).count();
    return new WaitingWords(waiting, 0, expired, 0, last.size(), called, withheld);
  }

  /** The end of a verdict or headline. */
  String end(VerdictTexts texts) {
    return waiting == 0 && ofOtherDays == 0
        ? nobodyWaits(texts)
        : whoWaits(texts) + alsoNeverReached(texts);
  }

  /** Callers of other days stand apart: together they could be more than all of the period. */
  private String alsoNeverReached(VerdictTexts texts) {
    return neverReached == 0
        ? texts.countedIfAny("others_never_reached", neverOfOtherDays)
        : texts.counted("also_never_reached", neverReached)
            + texts.countedIfAny("also_never_reached.others", neverOfOtherDays);
  }

  private String whoWaits(VerdictTexts texts) {
    return waiting == 0
        ? texts.counted("others_wait", ofOtherDays)
        : texts.counted("waiting", waiting)
            + texts.countedIfAny("waiting.others", ofOtherDays)
            + (callers > 0 && called == 0 ? texts.text("nobody_called") : "");
  }

  /** Whether nobody can be called back, because nobody left a number. */
  public boolean areAllWithheld() {
    return waiting + ofOtherDays + allNeverReached() + callers == 0 && withheldCalls > 0;
  }

  private String nobodyWaits(VerdictTexts texts) {
    if (allNeverReached() > 0) {
      return texts.counted("never_reached", allNeverReached());
    }
    if (withheldCalls == 0) {
      return texts.text("nobody_waits");
    }
    return callers == 0
        ? texts.counted("withheld", withheldCalls)
        : texts.text("nobody_known_waits");
  }

  /** How many were never reached, apart from those who wait; empty when nobody was. */
  public String neverReached(Wording wording) {
    return allNeverReached() == 0 ? "" : wording.counted("letter.never_reached", allNeverReached());
  }

  private int allNeverReached() {
    return neverReached + neverOfOtherDays;
  }

  /** Why the list is empty. */
  public String whyNobody(Wording wording) {
    String reason =
        allNeverReached() > 0
            ? wording.counted("empty.callbacks.never_reached", allNeverReached())
            : callers > 0
                ? wording.text("empty.callbacks.reached")
                : wording.text(withheldCalls > 0 ? "empty.callbacks.withheld" : "empty.callbacks");
    return withheldCalls == 0
        ? reason
        : reason + " " + wording.counted("callbacks.withheld", withheldCalls);
  }
}
