package calltally.reporting.call.fold;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
  static Answer by(CallNotification answer, List<Ring> rings, DirectoryOnDate directory) {
    String manager = directory.managerName(answer.receiver());
    Ring latest =
        rings.stream()
            .filter(ring -> manager != null && manager.equals(ring.manager()))
            .filter(ring -> ring.startedBy(answer.time()))
            .max(Comparator.comparing(Ring::start))
            .filter(ring -> ring.notEndedBefore(answer.time()))
            .orElse(null);
    return new Answer(answer.time(), answer.receiver(), manager, latest);
  }

  /**
   * An answer whose receiver is only the dialled line: it gives the time, and the rings say who.
   */
  static Answer onlyTimed(CallNotification answer, List<Ring> rings) {
    List<Ring> ringing = rings.stream().filter(ring -> ring.rangAt(answer.time())).toList();
    Ring ring = only(ringing.stream().filter(Ring::saysAnswer).toList());
    if (ring == null) {
      ring = only(ringing);
    }
    return ring == null
        ? new Answer(answer.time(), null, null, null)
        : new Answer(answer.time(), ring.number(), ring.manager(), ring);
  }

  private static @Nullable Ring only(List<Ring> rings) {
    return rings.size() == 1 ? rings.get(0) : null;
  }
}
