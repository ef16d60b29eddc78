package calltally.reporting.call.fold;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a call.
 *
 * @param at when somebody picked up
 * @param number who picked up; null when neither the answer nor the rings say
 * @param manager whose number it is; two numbers of one manager count as the same
 * @param ring the ring that it belongs to; null when none fits
 */
record Answer(Instant at, @Nullable String number, @Nullable String manager, @Nullable Ring ring) {

  /** An answer whose receiver is the person who picked up. */
  static Answer by(CallNotification answer, RingsByTime rings, DirectoryOnDate directory) {
    String manager = directory.managerName(answer.receiver());
    return new Answer(
        answer.time(), answer.receiver(), manager, rings.latestOf(manager, answer.time()));
  }

  /**
   * An answer whose receiver is only the dialled line: it gives the time, and the rings say who.
   */
  static Answer onlyTimed(CallNotification answer, RingsByTime rings) {
    Ring ring = rings.answeredAt(answer.time());
    return ring == null
        ? new Answer(answer.time(), null, null, null)
        : new Answer(answer.time(), ring.number(), ring.manager(), ring);
  }
}
