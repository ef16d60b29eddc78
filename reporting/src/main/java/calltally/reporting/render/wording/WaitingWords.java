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
  String end(String style, Wording wording) {
    return waiting == 0 && ofOtherDays == 0
        ? nobodyWaits(style, wording)
        : whoWaits(style, wording) + alsoNeverReached(style, wording);
  }

  /** Callers of other days stand apart: together they could be more than all of the period. */
  private String alsoNeverReached(String style, Wording wording) {
    return neverReached == 0
        ? counted(style + ".others_never_reached", neverOfOtherDays, wording)
        : wording.counted(style + ".also_never_reached", neverReached)
            + counted(style + ".also_never_reached.others", neverOfOtherDays, wording);
  }

  private String whoWaits(String style, Wording wording) {
    return waiting == 0
        ? wording.counted(style + ".others_wait", ofOtherDays)
        : wording.counted(style + ".waiting", waiting)
            + counted(style + ".waiting.others", ofOtherDays, wording)
            + (callers > 0 && called == 0 ? wording.text(style + ".nobody_called") : "");
  }

  private static String counted(String key, int count, Wording wording) {
    return count == 0 ? "" : wording.counted(key, count);
  }

  /** Whether nobody can be called back, because nobody left a number. */
  public boolean areAllWithheld() {
    return waiting + ofOtherDays + allNeverReached() + callers == 0 && withheldCalls > 0;
  }

  private String nobodyWaits(String style, Wording wording) {
    if (allNeverReached() > 0) {
      return wording.counted(style + ".never_reached", allNeverReached());
    }
    if (withheldCalls == 0) {
      return wording.text(style + ".nobody_waits");
    }
    return callers == 0
        ? wording.counted(style + ".withheld", withheldCalls)
        : wording.text(style + ".nobody_known_waits");
  }

  /** How many were never reached, apart from those who wait; empty when nobody was. */
  public String neverReached(Wording wording) {
    return counted("letter.never_reached", allNeverReached(), wording);
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
