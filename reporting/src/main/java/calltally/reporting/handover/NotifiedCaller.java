package calltally.reporting.handover;

import calltally.reporting.report.CallbackState;
import calltally.reporting.report.CustomerNumbers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A caller as one receiver is notified of them.
 *
 * @param id the same for every attempt and every service
 * @param source its name
 * @param customer null once the number has been replaced with a pseudonym
 * @param numbers whether the receiver sees it
 * @param line number of the line; null when unknown
 * @param lineName its name; null without an entry in the directory
 * @param calls the missed calls that wait
 * @param end how and when the wait ended; null while the caller waits
 */
record NotifiedCaller(
    String id,
    CallerKind kind,
    String source,
    ZoneId zone,
    @Nullable String customer,
    CustomerNumbers numbers,
    @Nullable String line,
    @Nullable String lineName,
    Calls calls,
    @Nullable End end) {

  /**
   * Missed calls as they were when they were recorded.
   *
   * @param why reason of the last one; null when presumed missed
   * @param rung managers whose phones rang in the last one
   * @param tries calls placed to the customer since
   */
  record Calls(
      int missed,
      Instant firstAt,
      Instant lastAt,
      @Nullable String why,
      List<String> rung,
      int tries) {

    Calls {
      rung = List.copyOf(rung);
    }
  }

  /**
   * The end of a wait.
   *
   * @param state returned, came back or expired
   * @param by the manager who called back; null when unknown
   */
  record End(CallbackState state, Instant at, @Nullable String by) {}
}
