package calltally.reporting.call.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which phone rang at an instant, when only one did.
 *
 * <p>The phones ringing are those that have started without those that have ended. If one remains,
 * the sum of the positions that started minus the sum of those that ended is its position.
 */
final class RingingTimes {

  private final List<Ring> rings;
  private final Moments starts;
  private final Moments ends;

  private RingingTimes(List<Ring> rings) {
    this.rings = rings;
    this.starts = Moments.of(rings, Ring::start);
    this.ends = Moments.of(rings, Ring::end);
  }

  static RingingTimes of(List<Ring> rings) {
    return new RingingTimes(rings.stream().filter(ring -> ring.start() != null).toList());
  }

  /** The ring that was ringing when the answer came, within tolerance; null unless exactly one. */
  @Nullable Ring onlyAt(Instant answer) {
    int started = starts.until(answer.plus(Ring.TOLERANCE));
    int ended = ends.before(answer.minus(Ring.TOLERANCE));
    return started - ended == 1
        ? rings.get((int) (starts.sumOfPositions(started) - ends.sumOfPositions(ended)))
        : null;
  }

  /** Instants in ascending order. */
  private static final class Moments {

    private final List<Instant> instants;

    /** Of the positions of the rings that the first n instants belong to, by n. */
    private final long[] sums;

    private Moments(List<Instant> instants, long[] sums) {
      this.instants = instants;
      this.sums = sums;
    }

    static Moments of(List<Ring> rings, Function<Ring, @Nullable Instant> instant) {
      List<Moment> moments = new ArrayList<>(rings.size());
      for (int i = 0; i < rings.size(); i++) {
        Instant at = instant.apply(rings.get(i));
        if (at != null) {
          moments.add(new Moment(at, i));
        }
      }
      moments.sort(Comparator.comparing(Moment::at));
      long[] sums = new long[moments.size() + 1];
      for (int i = 0; i < moments.size(); i++) {
        sums[i + 1] = sums[i] + moments.get(i).position();
      }
      return new Moments(moments.stream().map(Moment::at).toList(), sums);
    }

    int until(Instant included) {
      return before(included.plusNanos(1));
    }

    int before(Instant excluded) {
      int low = 0;
      int high = instants.size();
      while (low < high) {
        int middle = (low + high) / 2;
        if (instants.get(middle).isBefore(excluded)) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    long sumOfPositions(int count) {
      return sums[count];
    }
  }

  private record Moment(Instant at, int position) {}
}
