package calltally.exchange.itoolabs;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call in which a user called somebody outside. */
final class ITooLabsOutgoingCall {

  private final ITooLabsCall call;
  private final ITooLabsPart part;
  private final @Nullable String caller;
  private final @Nullable String receiver;

  ITooLabsOutgoingCall(ITooLabsCall call) {
    this.call = call;
    this.part = call.outsideParts().get(0);
    this.caller = caller();
    this.receiver = call.firstNumber(ITooLabsMessage::phone);
  }

  List<CallNotification> notifications() {
    List<CallNotification> notifications = new ArrayList<>();
    part.start()
        .map(
            start ->
                start.message().as(CallEvent.OUTGOING_CALL_START, start.time(), caller, receiver))
        .ifPresent(notifications::add);
    answer().ifPresent(notifications::add);
    new ITooLabsCallEnd(call.outsideParts())
        .as(CallEvent.OUTGOING_CALL_END, caller, receiver)
        .ifPresent(notifications::add);
    return notifications;
  }

  private @Nullable String caller() {
    for (ITooLabsMessage message : part.messages()) {
      String member = call.member(message);
      if (member != null) {
        return member;
      }
    }
    return null;
  }

  /**
   * An accepted call alone is no answer: where the exchange calls both sides, the user's own phone
   * may have accepted it.
   */
  private Optional<CallNotification> answer() {
    if (!part.isAnswered()) {
      return Optional.empty();
    }
    ITooLabsTimes times = new ITooLabsTimes(part);
    Optional<ITooLabsMessage> accepted = times.firstAnswer();
    Optional<Instant> time = times.statedAnswer().or(() -> accepted.map(times::at));
    return time.map(
        answered ->
            accepted
                .orElse(part.messages().get(0))
                .as(CallEvent.OUTGOING_CALL_ANSWER, answered, caller, receiver));
  }
}
