package calltally.app.demo.exchange;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a manager did with incoming calls: each call counts once, however often it rang.
 *
 * @param offered calls that rang the manager's phone
 * @param answerable those that the manager could have answered
 * @param pickedUp those that the manager did answer, transferred ones included
 * @param answered calls that the manager answered first
 * @param missed missed calls that the manager let ring
 * @param transfersIn calls that another manager had answered before
 * @param transfersOut calls that another manager answered after
 * @param talk the manager's parts of all talks
 */
public record ManagerCalls(
    int offered,
    int answerable,
    int pickedUp,
    int answered,
    int missed,
    int transfersIn,
    int transfersOut,
    Duration talk) {

  static ManagerCalls of(String manager, Collection<SimulatedCall> calls, EngagedPhones phones) {
    List<SimulatedCall> offered =
        calls.stream().filter(call -> !call.ringsOf(manager).isEmpty()).toList();
    return new ManagerCalls(
        offered.size(),
        count(offered, call -> isAnswerable(manager, call, phones)),
        count(offered, call -> call.hasTalkOf(manager)),
        count(offered, call -> manager.equals(call.manager())),
        count(offered, call -> call.isMissed() && had(manager, call, RingOutcome.NO_ANSWER)),
        count(offered, call -> isTransferredIn(manager, call.talks())),
        count(offered, call -> isTransferredOut(manager, call.talks())),
        talk(manager, offered));
  }

  private static int count(List<SimulatedCall> calls, Predicate<SimulatedCall> which) {
    return (int) calls.stream().filter(which).count();
  }

  private static boolean had(String manager, SimulatedCall call, RingOutcome outcome) {
    return call.ringsOf(manager).stream().anyMatch(ring -> ring.outcome() == outcome);
  }

  private static boolean isAnswerable(String manager, SimulatedCall call, EngagedPhones phones) {
    return call.ringsOf(manager).stream()
        .anyMatch(
            ring ->
                switch (ring.outcome()) {
                  case ANSWERED, NO_ANSWER -> true;
                  case BUSY -> !phones.isBusyInCall(call, ring);
                  case UNAVAILABLE, TAKEN_BY_ANOTHER, CALLER_GAVE_UP -> false;
                });
  }

  private static boolean isTransferredIn(String manager, List<SimulatedTalk> talks) {
    List<String> order = talks.stream().map(SimulatedTalk::manager).toList();
    int last = order.lastIndexOf(manager);
    return last > 0 && order.subList(0, last).stream().anyMatch(each -> !each.equals(manager));
  }

  private static boolean isTransferredOut(String manager, List<SimulatedTalk> talks) {
    List<String> order = talks.stream().map(SimulatedTalk::manager).toList();
    int first = order.indexOf(manager);
    return first >= 0
        && order.subList(first, order.size()).stream().anyMatch(each -> !each.equals(manager));
  }

  private static Duration talk(String manager, List<SimulatedCall> calls) {
    return calls.stream()
        .flatMap(call -> call.talks().stream())
        .filter(talk -> talk.manager().equals(manager))
        .map(SimulatedTalk::length)
        .reduce(Duration.ZERO, Duration::plus);
  }
}
