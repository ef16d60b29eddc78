package calltally.exchange.itoolabs;

import calltally.exchange.itoolabs.ITooLabsMessage.Kind;
import calltally.exchange.itoolabs.ITooLabsPart.HistoryMessage;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the messages of a part were sent: events have only a time of receipt. */
record ITooLabsTimes(ITooLabsPart part) {

  /** When the first answer was, by the history; empty when it does not say. */
  Optional<Instant> statedAnswer() {
    return part.history().flatMap(sent -> sent.history().answer());
  }

  /** The message of the first answer; empty when it was not received. */
  Optional<ITooLabsMessage> firstAnswer() {
    return part.first(Kind.ACCEPTED, Kind.TRANSFERRED, Kind.COMPLETED)
        .filter(message -> message.is(Kind.ACCEPTED));
  }

  /** When that answer was: the first one by the history, if it says so, others by their receipt. */
  Instant answeredAt(ITooLabsMessage answer) {
    return firstAnswer().filter(answer::equals).isPresent()
        ? statedAnswer().orElseGet(() -> at(answer))
        : at(answer);
  }

  /**
   * When a message without a time was sent. Messages may be late: the times of the history are
   * bounds, and what arrived before the answer was before it.
   */
  Instant at(ITooLabsMessage message) {
    Instant time = message.receivedAt();
    Instant answer = statedAnswer().orElse(null);
    Instant accepted = firstAnswer().map(ITooLabsMessage::receivedAt).orElse(null);
    if (answer != null && accepted != null) {
      time = time.isAfter(accepted) ? later(time, answer) : earlier(time, answer);
    }
    ITooLabsHistory history = part.history().map(HistoryMessage::history).orElse(null);
    return history == null
        ? time
        : earlier(later(time, history.start().orElse(null)), history.end().orElse(null));
  }

  private static Instant later(Instant one, @Nullable Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  private static Instant earlier(Instant one, @Nullable Instant other) {
    return other != null && other.isBefore(one) ? other : one;
  }
}
