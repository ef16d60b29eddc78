package calltally.ingest.simulation;

import calltally.ingest.simulation.Company.Habits;
import calltally.ingest.simulation.Company.Manager;
import java.time.Duration;
import java.time.Instant;

/** A manager's phone: it does one thing at a time. */
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
   * @param inattention by how much likelier than usually he lets it ring
   */
  Reaction reaction(Instant at, double inattention, Dice dice) {
    Habits habits = owner.habits();
    if (!isFree(at)) {
      return Reaction.of(Reaction.Kind.BUSY, dice.seconds(0.15, 0.4));
    }
    if (dice.chance(habits.unavailable())) {
      return Reaction.of(Reaction.Kind.UNAVAILABLE, dice.seconds(0.1, 3));
    }
    if (dice.chance(habits.letsRing() * inattention)) {
      return Reaction.of(Reaction.Kind.LETS_RING, Duration.ZERO);
    }
    return Reaction.of(Reaction.Kind.PICKS_UP, pickUp(dice));
  }

  private Duration pickUp(Dice dice) {
    Duration pickUp = dice.around(owner.habits().pickUp());
    if (pickUp.compareTo(FASTEST_PICK_UP) < 0) {
      return FASTEST_PICK_UP.plus(dice.seconds(0, 1));
    }
    return pickUp.compareTo(SLOWEST_PICK_UP) > 0 ? SLOWEST_PICK_UP : pickUp;
  }
}
