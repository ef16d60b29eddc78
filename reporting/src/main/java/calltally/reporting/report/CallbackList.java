package calltally.reporting.report;

import java.util.List;

/**
 * Callers still to be reached when the report was generated, most missed calls first, then oldest;
 * and those whose time ran out.
 *
 * @param ofPeriod those who called in the period
 * @param ofOtherDays all others, whichever day they called
 * @param neverReached those whose call-back window ended in the period without a contact
 * @param expiredLater callers of the period whose window ended after it, before the report
 */
public record CallbackList(
    List<WaitingCaller> ofPeriod,
    List<WaitingCaller> ofOtherDays,
    List<WaitingCaller> neverReached,
    List<WaitingCaller> expiredLater) {

  /** Nobody waits. */
  public static final CallbackList NONE = new CallbackList(List.of(), List.of(), List.of());

  public CallbackList {
    ofPeriod = List.copyOf(ofPeriod);
    ofOtherDays = List.copyOf(ofOtherDays);
    neverReached = List.copyOf(neverReached);
    expiredLater = List.copyOf(expiredLater);
  }

  /** A list of a report that was made before anybody's time could run out after its period. */
  public CallbackList(
      List<WaitingCaller> ofPeriod,
      List<WaitingCaller> ofOtherDays,
      List<WaitingCaller> neverReached) {
    this(ofPeriod, ofOtherDays, neverReached, List.of());
  }

  /** Whether nobody's time has run out. */
  public boolean isNobodyExpired() {
    return neverReached.isEmpty() && expiredLater.isEmpty();
  }

  /** Whether nobody is left to be called back. */
  public boolean isEmpty() {
    return ofPeriod.isEmpty() && ofOtherDays.isEmpty();
  }
}
