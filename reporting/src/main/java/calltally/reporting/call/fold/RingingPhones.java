package calltally.reporting.call.fold;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The phones of a call that ring and that nobody has picked up, asked for in the order of time.
 * Each ring enters and leaves once, so that many answers among many rings stay cheap.
 */
final class RingingPhones {

  private final List<Ring> rings;
  private final Set<Ring> pickedUp = new HashSet<>();
  private final Set<Ring> ringing = new LinkedHashSet<>();
  private final Set<Ring> sayingAnswer = new LinkedHashSet<>();
  private @Nullable Order order;
  private int started;
  private int ended;

  RingingPhones(List<Ring> rings) {
    this.rings = rings;
  }

  /** An answer belongs to that ring; no later one can. */
  void pickUp(Ring ring) {
    pickedUp.add(ring);
    end(ring);
  }

  /**
   * The only ring at that time whose end says answer, else the only ring at that time; null when
   * none or several fit.
   *
   * @param answer not before the time last asked for
   */
  @Nullable Ring answeredAt(Instant answer) {
    Order known = order == null ? Order.of(rings) : order;
    order = known;
    while (started < known.byStart.size() && known.byStart.get(started).startedBy(answer)) {
      begin(known.byStart.get(started++));
    }
    while (ended < known.byEnd.size() && !known.byEnd.get(ended).notEndedBefore(answer)) {
      end(known.byEnd.get(ended++));
    }
    Ring ring = only(sayingAnswer);
    return ring != null ? ring : only(ringing);
  }

  private void begin(Ring ring) {
    if (!pickedUp.contains(ring)) {
      ringing.add(ring);
      if (ring.saysAnswer()) {
        sayingAnswer.add(ring);
      }
    }
  }

  private void end(Ring ring) {
    ringing.remove(ring);
    sayingAnswer.remove(ring);
  }

  private static @Nullable Ring only(Set<Ring> rings) {
    return rings.size() == 1 ? rings.iterator().next() : null;
  }

  /** The rings with a known start; most calls never need them sorted. */
  private record Order(List<Ring> byStart, List<Ring> byEnd) {

    static Order of(List<Ring> rings) {
      List<Ring> known = rings.stream().filter(ring -> ring.start() != null).toList();
      return new Order(sorted(known, Ring::start), sorted(known, Ring::end));
    }

    private static List<Ring> sorted(List<Ring> rings, Function<Ring, @Nullable Instant> by) {
      return rings.stream()
          .filter(ring -> by.apply(ring) != null)
          .sorted(comparing(ring -> requireNonNull(by.apply(ring))))
          .toList();
    }
  }
}
