package calltally.reporting.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Callers still to be reached when the report was generated, most missed calls first, then oldest;
 * and those whose time ran out.
 *
 * @param ofPeriod those who called in the period; for a page, the first of them
 * @param ofOtherDays all others, whichever day they called; for a page, the first of them
 * @param neverReached those whose call-back window ended in the period without a contact
 * @param expiredLater callers of the period whose window ended after it, before the report
 * @param groups counts all who wait, listed or not
 */
public record CallbackList(
    List<WaitingCaller> ofPeriod,
    List<WaitingCaller> ofOtherDays,
    List<WaitingCaller> neverReached,
    List<WaitingCaller> expiredLater,
    List<Group> groups) {

  /**
   * How many callers wait who have this in common.
   *
   * @param isOfPeriod whether they called in the period
   * @param line number of the line of their last missed call; null when not known
   * @param state outstanding or tried
   * @param isPresumed whether all calls of theirs that wait are presumed missed
   */
  public record Group(
      boolean isOfPeriod,
      @Nullable String line,
      CallbackState state,
      boolean isPresumed,
      int callers) {

    private static List<Group> of(List<WaitingCaller> ofPeriod, List<WaitingCaller> ofOtherDays) {
      return Stream.concat(
              ofPeriod.stream().map(caller -> of(caller, true)),
              ofOtherDays.stream().map(caller -> of(caller, false)))
          .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
          .entrySet()
          .stream()
          .map(Group::of)
          .toList();
    }

    private static Group of(WaitingCaller caller, boolean isOfPeriod) {
      return new Group(isOfPeriod, caller.line().number(), caller.state(), caller.presumed(), 1);
    }

    private static Group of(Map.Entry<Group, Long> alike) {
      Group one = alike.getKey();
      return new Group(
          one.isOfPeriod, one.line, one.state, one.isPresumed, Math.toIntExact(alike.getValue()));
    }

    /** Whether somebody has tried to call them. */
    public boolean isTried() {
      return state == CallbackState.TRIED;
    }
  }

  /** Nobody waits. */
  public static final CallbackList NONE = new CallbackList(List.of(), List.of(), List.of());

  public CallbackList {
    ofPeriod = List.copyOf(ofPeriod);
    ofOtherDays = List.copyOf(ofOtherDays);
    neverReached = List.copyOf(neverReached);
    expiredLater = List.copyOf(expiredLater);
    groups = List.copyOf(groups);
  }

  /** A complete list. */
  public CallbackList(
      List<WaitingCaller> ofPeriod,
      List<WaitingCaller> ofOtherDays,
      List<WaitingCaller> neverReached,
      List<WaitingCaller> expiredLater) {
    this(ofPeriod, ofOtherDays, neverReached, expiredLater, Group.of(ofPeriod, ofOtherDays));
  }

  /**
   * A complete list of a report that was made before anybody's time could run out after its period.
   */
  public CallbackList(
      List<WaitingCaller> ofPeriod,
      List<WaitingCaller> ofOtherDays,
      List<WaitingCaller> neverReached) {
    this(ofPeriod, ofOtherDays, neverReached, List.of());
  }

  /** The same list with those who were never reached. */
  public CallbackList withNeverReached(List<WaitingCaller> never, List<WaitingCaller> later) {
    return new CallbackList(ofPeriod, ofOtherDays, never, later, groups);
  }

  /** How many wait, listed or not. */
  public int count() {
    return count(group -> true);
  }

  /** How many of such groups wait, listed or not. */
  public int count(Predicate<Group> which) {
    return groups.stream().filter(which).mapToInt(Group::callers).sum();
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
