package calltally.app.demo.exchange;

import calltally.app.demo.exchange.SimulatedCompany.Habits;
import calltally.app.demo.exchange.SimulatedCompany.Manager;
import java.time.Duration;
import java.time.Instant;

/** A manager's phone, which does one thing at a time. */
final class Phone {

  /** Well above the second within which a ring's end still counts as being at the answer. */
  private static final Duration FASTEST_PICK_UP = Duration.ofSeconds(2);

  private static final Duration SLOWEST_PICK_UP = Duration.ofSeconds(14);

  private final Manager owner;
  private Instant occupiedUntil = Instant.MIN;

  Phone(Manager owner) {
    this.owner = owner;
  }

  Manager owner() {
    return owner;
  }

  boolean isFree(Instant at) {
    return !at.isBefore(occupiedUntil);
  }

  void occupyUntil(Instant end) {
    occupiedUntil = end;
  }

  /**
   * @param inattention how much likelier than usual its owner lets it ring
   */
  RingReaction reaction(Instant at, double inattention, RandomSource random) {
    Habits habits = owner.habits();
    if (!isFree(at)) {
      return RingReaction.of(RingReaction.Kind.BUSY, random.seconds(0.15, 0.4));
    }
    if (random.chance(habits.unavailable())) {
      return RingReaction.of(RingReaction.Kind.UNAVAILABLE, random.seconds(0.1, 3));
    }
    if (random.chance(habits.letsRing() * inattention)) {
      return RingReaction.of(RingReaction.Kind.LETS_RING, Duration.ZERO);
    }
    if (random.chance(habits.declines())) {
      return RingReaction.of(RingReaction.Kind.DECLINES, random.seconds(0.8, 1.9));
    }
    return RingReaction.of(RingReaction.Kind.PICKS_UP, pickUp(random));
  }

  private Duration pickUp(RandomSource random) {
    Duration pickUp = random.around(owner.habits().pickUp());
    if (pickUp.compareTo(FASTEST_PICK_UP) < 0) {
      return FASTEST_PICK_UP.plus(random.seconds(0, 1));
    }
    return pickUp.compareTo(SLOWEST_PICK_UP) > 0 ? SLOWEST_PICK_UP : pickUp;
  }
}
