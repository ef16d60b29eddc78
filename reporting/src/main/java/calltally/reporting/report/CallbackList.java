package calltally.reporting.report;

import java.util.List;

/**
 * Callers still to be reached when the report was generated, most missed calls first, then oldest.
 *
 * @param ofPeriod those who called in the period
 * @param ofOtherDays all others, whichever day they called
 */
public record CallbackList(List<WaitingCaller> ofPeriod, List<WaitingCaller> ofOtherDays) {

  /** Nobody waits. */
  public static final CallbackList NONE = new CallbackList(List.of(), List.of());

  public CallbackList {
    ofPeriod = List.copyOf(ofPeriod);
    ofOtherDays = List.copyOf(ofOtherDays);
  }
}
