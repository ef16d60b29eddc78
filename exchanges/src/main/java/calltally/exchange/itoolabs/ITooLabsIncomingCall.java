package calltally.exchange.itoolabs;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.itoolabs.ITooLabsMessage.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call in which somebody outside called. */
final class ITooLabsIncomingCall {

  private final ITooLabsCall call;
  private final List<ITooLabsPart> parts;
  private final @Nullable String caller;
  private final List<CallNotification> notifications = new ArrayList<>();
  private final Set<String> answered = new LinkedHashSet<>();

  ITooLabsIncomingCall(ITooLabsCall call) {
    this.call = call;
    this.parts = call.outsideParts();
    this.caller = call.firstNumber(ITooLabsMessage::phone);
  }

  List<CallNotification> notifications() {
    String line = call.firstNumber(ITooLabsMessage::line);
    parts
        .get(0)
        .start()
        .ifPresent(
            start ->
                notifications.add(
                    start.message().as(CallEvent.INCOMING_CALL_START, start.time(), caller, line)));
    for (ITooLabsPart part : parts) {
      ITooLabsPhones phones = new ITooLabsPhones(call, part, caller);
      notifications.addAll(phones.notifications());
      answered.addAll(phones.answered());
    }
    List<ITooLabsPart> ended = new ArrayList<>(parts);
    parts.forEach(part -> part.of(Kind.TRANSFERRED).forEach(sent -> takeOver(part, sent, ended)));
    new ITooLabsCallEnd(ended)
        .as(CallEvent.INCOMING_CALL_END, caller, line)
        .ifPresent(notifications::add);
    return notifications;
  }

  /** After a consultation, the colleague who was asked talks with the customer. */
  private void takeOver(ITooLabsPart part, ITooLabsMessage transfer, List<ITooLabsPart> ended) {
    Optional<ITooLabsPart> consultation = consultation(transfer);
    consultation
        .flatMap(asked -> colleague(asked, call.member(transfer)))
        .ifPresent(
            colleague -> {
              notifications.add(
                  transfer.as(
                      CallEvent.INCOMING_CALL_ANSWER,
                      new ITooLabsTimes(part).at(transfer),
                      caller,
                      colleague));
              consultation.ifPresent(ended::add);
            });
  }

  private Optional<ITooLabsPart> consultation(ITooLabsMessage transfer) {
    return call.parts().stream()
        .filter(call::isInternal)
        .filter(other -> transfer.secondCallId().filter(other.id()::equals).isPresent())
        .findFirst();
  }

  private Optional<String> colleague(ITooLabsPart consultation, @Nullable String transferredBy) {
    return consultation.of(Kind.ACCEPTED, Kind.COMPLETED).stream()
        .flatMap(message -> Optional.ofNullable(call.member(message)).stream())
        .filter(member -> !member.equals(transferredBy) && !answered.contains(member))
        .findFirst();
  }
}
