package calltally.reporting.call;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All notifications of one call, in the order in which they are read. */
final class CallNotifications {

  private final List<Notification> ordered;

  private CallNotifications(List<Notification> ordered) {
    this.ordered = ordered;
  }

  /** Puts notifications that arrived in any order, and perhaps repeatedly, into reading order. */
  static CallNotifications of(Collection<Notification> arrived) {
    return new CallNotifications(arrived.stream().sorted(Notification.ORDER).distinct().toList());
  }

  Stream<Notification> all() {
    return ordered.stream();
  }

  Stream<Notification> at(Stage stage) {
    return ordered.stream().filter(n -> n.stage() == stage);
  }

  Stream<Notification> of(Event event) {
    return ordered.stream().filter(n -> n.event() == event);
  }

  /** The first of the eight call events; empty when only voicemail or tags were received. */
  Optional<Notification> firstCallEvent() {
    return ordered.stream().filter(n -> n.stage() != Stage.OTHER).findFirst();
  }

  boolean has(Stage stage) {
    return at(stage).findAny().isPresent();
  }

  boolean hasMembers() {
    return ordered.stream().anyMatch(Notification::isMember);
  }

  boolean hasBothDirections() {
    return ordered.stream()
            .map(n -> n.event().direction())
            .filter(Objects::nonNull)
            .distinct()
            .count()
        > 1;
  }

  /** A member end says {@code answer}. */
  boolean memberAnswered() {
    return at(Stage.MEMBER_END).anyMatch(n -> "answer".equals(n.status()));
  }

  Optional<Notification> lastCallEnd() {
    return last(at(Stage.CALL_END));
  }

  /** The first value that is known among the notifications. */
  static <T> @Nullable T firstKnown(
      Stream<Notification> notifications, Function<Notification, @Nullable T> value) {
    return notifications.map(value).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** The last value that is known among the notifications. */
  static <T> @Nullable T lastKnown(
      Stream<Notification> notifications, Function<Notification, @Nullable T> value) {
    return notifications.map(value).filter(Objects::nonNull).reduce((a, b) -> b).orElse(null);
  }

  static Optional<Notification> last(Stream<Notification> notifications) {
    return notifications.reduce((a, b) -> b);
  }
}
