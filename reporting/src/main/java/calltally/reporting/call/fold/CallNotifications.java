package calltally.reporting.call.fold;

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

  private final List<Notification> ordered;
  private final Map<CallPhase, List<Notification>> byStage = new EnumMap<>(CallPhase.class);

  private CallNotifications(List<Notification> ordered) {
    this.ordered = ordered;
    for (Notification notification : ordered) {
      byStage.computeIfAbsent(notification.phase(), phase -> new ArrayList<>(2)).add(notification);
    }
  }

  /** Puts notifications into reading order, whatever their arrival order and repetitions. */
  static CallNotifications of(Collection<Notification> arrived) {
    List<Notification> ordered = new ArrayList<>(arrived);
    ordered.sort(Notification.ORDER);
    List<Notification> distinct = new ArrayList<>(ordered.size());
    for (Notification next : ordered) {
      if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals(next)) {
        distinct.add(next);
      }
    }
    return new CallNotifications(distinct);
  }

  List<Notification> all() {
    return ordered;
  }

  List<Notification> at(CallPhase phase) {
    return byStage.getOrDefault(phase, List.of());
  }

  List<Notification> of(Event event) {
    return at(event.stage()).stream().filter(n -> n.event() == event).toList();
  }

  /** The first of the eight call events; empty when only voicemail or tags were received. */
  Optional<Notification> firstCallEvent() {
    for (Notification notification : ordered) {
      if (notification.phase() != CallPhase.OTHER) {
        return Optional.of(notification);
      }
    }
    return Optional.empty();
  }

  boolean has(CallPhase phase) {
    return !at(phase).isEmpty();
  }

  boolean hasMembers() {
    return has(CallPhase.MEMBER_START) || has(CallPhase.MEMBER_END);
  }

  boolean hasBothDirections() {
    Direction first = null;
    for (Notification notification : ordered) {
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
    for (Notification end : at(CallPhase.MEMBER_END)) {
      if ("answer".equals(end.status())) {
        return true;
      }
    }
    return false;
  }

  Optional<Notification> lastCallEnd() {
    List<Notification> ends = at(CallPhase.CALL_END);
    return ends.isEmpty() ? Optional.empty() : Optional.of(ends.get(ends.size() - 1));
  }

  /** The first known value among the notifications; null without any. */
  static <T> @Nullable T firstKnown(
      List<Notification> notifications, Function<Notification, @Nullable T> value) {
    for (Notification notification : notifications) {
      T known = value.apply(notification);
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  /** The last known value among the notifications; null without any. */
  static <T> @Nullable T lastKnown(
      List<Notification> notifications, Function<Notification, @Nullable T> value) {
    for (int i = notifications.size() - 1; i >= 0; i--) {
      T known = value.apply(notifications.get(i));
      if (known != null) {
        return known;
      }
    }
    return null;
  }
}
