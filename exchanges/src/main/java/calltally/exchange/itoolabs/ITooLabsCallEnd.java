package calltally.exchange.itoolabs;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.itoolabs.ITooLabsMessage.Kind;
import calltally.exchange.itoolabs.ITooLabsPart.At;
import calltally.exchange.itoolabs.ITooLabsPart.HistoryMessage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The end of a call that may have several parts: it was answered when one of them was.
 *
 * @param parts with the outside party, in order
 */
record ITooLabsCallEnd(List<ITooLabsPart> parts) {

  /** Empty while a part may go on, and when no message says so. */
  Optional<CallNotification> as(
      CallEvent event, @Nullable String caller, @Nullable String receiver) {
    if (parts.stream().anyMatch(ITooLabsCallEnd::goesOn)) {
      return Optional.empty();
    }
    return parts.stream()
        .flatMap(part -> part.end().stream())
        .max(At.ORDER)
        .map(
            end ->
                new CallNotification(
                    event,
                    end.time(),
                    end.message().raw().digest(),
                    caller,
                    receiver,
                    status(),
                    talkSeconds(),
                    link()));
  }

  private static boolean goesOn(ITooLabsPart part) {
    return part.first(Kind.ACCEPTED).isPresent() && part.end().isEmpty();
  }

  private @Nullable String status() {
    return parts.stream().anyMatch(ITooLabsPart::isAnswered)
        ? "answer"
        : histories().stream().reduce((earlier, later) -> later).orElseThrow().status();
  }

  private List<ITooLabsHistory> histories() {
    return parts.stream()
        .flatMap(part -> part.history().stream())
        .map(HistoryMessage::history)
        .toList();
  }

  /** Null when there are several talks, which may have overlapped. */
  private @Nullable BigDecimal talkSeconds() {
    return histories().size() == 1 ? histories().get(0).talkSeconds() : null;
  }

  private @Nullable String link() {
    return parts.stream()
        .flatMap(part -> part.of(Kind.HISTORY).stream())
        .flatMap(message -> HistoryMessage.of(message).history().link().stream())
        .reduce((earlier, later) -> later)
        .orElse(null);
  }
}
