package calltally.reporting.call.fold;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All notifications of one call, in reading order.
 *
 * <p>A rebuild creates one for every call in the journal: sorted into stages once, not searched
 * again for every question.
 */
final class CallNotifications {

  private final List<CallNotification> ordered;
  private final Map<CallPhase, List<CallNotification>> byPhase = new EnumMap<>(CallPhase.class);

  private CallNotifications(List<CallNotification> ordered) {
    this.ordered = ordered;
    for (CallNotification notification : ordered) {
      byPhase.computeIfAbsent(notification.phase(), phase -> new ArrayList<>(2)).add(notification);
    }
  }

  /** Puts notifications into reading order, whatever their arrival order and repetitions. */
  static CallNotifications of(Collection<CallNotification> arrived) {
    List<CallNotification> ordered = new ArrayList<>(arrived);
    ordered.sort(CallNotification.ORDER);
    List<CallNotification> distinct = new ArrayList<>(ordered.size());
    for (CallNotification next : ordered) {
      if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals(next)) {
        distinct.add(next);
      }
    }
    return new CallNotifications(distinct);
  }

  List<CallNotification> all() {
    return ordered;
  }

  List<CallNotification> at(CallPhase phase) {
    return byPhase.getOrDefault(phase, List.of());
  }

  List<CallNotification> of(Event event) {
    return at(event.phase()).stream().filter(n -> n.event() == event).toList();
  }

  /** Those of the eight call events: neither voicemail nor tags. */
  List<CallNotification> callEvents() {
    return has(CallPhase.OTHER)
        ? ordered.stream().filter(n -> n.phase() != CallPhase.OTHER).toList()
        : ordered;
  }

  /** Whether more time than that lies between two neighbouring call events. */
  boolean haveGapOver(Duration longest) {
    List<CallNotification> events = callEvents();
    for (int i = 1; i < events.size(); i++) {
      if (Duration.between(events.get(i - 1).time(), events.get(i).time()).compareTo(longest) > 0) {
        return true;
      }
    }
    return false;
  }

  boolean has(CallPhase phase) {
    return !at(phase).isEmpty();
  }

  boolean hasMembers() {
    return has(CallPhase.MEMBER_START) || has(CallPhase.MEMBER_END);
  }

  boolean hasBothDirections() {
    Direction first = null;
    for (CallNotification notification : ordered) {
      Direction next = notification.event().direction();
      if (first != null && next != null && next != first) {
        return true;
      }
      first = next == null ? first : next;
    }
    return false;
  }

  /** Whether a member end has the status {@code answer}. */
  boolean memberAnswered() {
    for (CallNotification end : at(CallPhase.MEMBER_END)) {
      if ("answer".equals(end.status())) {
        return true;
      }
    }
    return false;
  }

  Optional<CallNotification> lastCallEnd() {
    List<CallNotification> ends = at(CallPhase.CALL_END);
    return ends.isEmpty() ? Optional.empty() : Optional.of(ends.get(ends.size() - 1));
  }

  /** The first known value among the notifications; null without any. */
  static <T> @Nullable T firstKnown(
      List<CallNotification> notifications, Function<CallNotification, @Nullable T> value) {
    for (CallNotification notification : notifications) {
      T known = value.apply(notification);
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  /** The last known value among the notifications; null without any. */
  static <T> @Nullable T lastKnown(
      List<CallNotification> notifications, Function<CallNotification, @Nullable T> value) {
    for (int i = notifications.size() - 1; i >= 0; i--) {
      T known = value.apply(notifications.get(i));
      if (known != null) {
        return known;
      }
    }
    return null;
  }
}
