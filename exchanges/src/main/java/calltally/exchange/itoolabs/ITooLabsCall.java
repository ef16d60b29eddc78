package calltally.exchange.itoolabs;

import static java.util.Comparator.comparing;

import calltally.exchange.CallNotification;
import calltally.exchange.RawNotification;
import calltally.exchange.itoolabs.ITooLabsMessage.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that was sent of one call, as notifications of the definitions.
 *
 * @param parts in the order in which they began; more than one after a transfer
 * @param extensions of users, by login: a message may name only one of the two
 */
record ITooLabsCall(List<ITooLabsPart> parts, Map<String, String> extensions) {

  static ITooLabsCall of(List<RawNotification> raw) {
    List<ITooLabsMessage> messages =
        raw.stream()
            .flatMap(next -> ITooLabsMessage.of(next).stream())
            .sorted(ITooLabsMessage.ORDER)
            .toList();
    Map<String, List<ITooLabsMessage>> byId = new LinkedHashMap<>();
    Map<String, String> extensions = new LinkedHashMap<>();
    for (ITooLabsMessage message : messages) {
      byId.computeIfAbsent(message.callId(), id -> new ArrayList<>()).add(message);
      ITooLabsUser user = message.user();
      user.login()
          .ifPresent(
              login -> user.extension().ifPresent(number -> extensions.putIfAbsent(login, number)));
    }
    return new ITooLabsCall(
        byId.values().stream()
            .map(part -> new ITooLabsPart(List.copyOf(part)))
            .sorted(comparing(ITooLabsPart::beginning).thenComparing(ITooLabsPart::id))
            .toList(),
        Map.copyOf(extensions));
  }

  /** None for an internal call, and while it is not known whether it is one. */
  List<CallNotification> notifications() {
    Optional<Direction> direction =
        outsideParts().stream().flatMap(part -> part.direction().stream()).findFirst();
    if (direction.isEmpty()) {
      return List.of();
    }
    return direction.get() == Direction.IN
        ? new ITooLabsIncomingCall(this).notifications()
        : new ITooLabsOutgoingCall(this).notifications();
  }

  /** The parts with the outside party. */
  List<ITooLabsPart> outsideParts() {
    return parts.stream().filter(part -> !isInternal(part)).toList();
  }

  /** Whether the part is between two members, as a consultation within a call is. */
  boolean isInternal(ITooLabsPart part) {
    return part.direction().filter(Direction.INTERNAL::equals).isPresent()
        || (part.hasExtension() && !parts.stream().allMatch(ITooLabsPart::hasExtension));
  }

  /** The extension of the person; their login where no message has it, null for others. */
  @Nullable String member(ITooLabsMessage message) {
    ITooLabsUser user = message.user();
    if (!user.isPerson()) {
      return null;
    }
    return user.login()
        .map(login -> extensions.getOrDefault(login, login))
        .or(user::extension)
        .flatMap(message.raw()::number)
        .orElse(null);
  }

  /** The first number in the messages of outside parts, in normal form. */
  @Nullable String firstNumber(Function<ITooLabsMessage, Optional<String>> written) {
    return outsideParts().stream()
        .flatMap(part -> part.messages().stream())
        .flatMap(message -> written.apply(message).flatMap(message.raw()::number).stream())
        .findFirst()
        .orElse(null);
  }
}
