package calltally.exchange.mango;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.mango.MangoCall.Sent;
import calltally.exchange.mango.MangoLegEvent.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry in which a member called, or asked to be connected with, somebody outside. */
final class MangoOutgoingCall {

  private final List<Sent<MangoLegEvent>> events;
  private final @Nullable Sent<MangoSummary> summary;
  private final @Nullable String caller;
  private final @Nullable String receiver;

  MangoOutgoingCall(List<Sent<MangoLegEvent>> events, @Nullable Sent<MangoSummary> summary) {
    this.events = events;
    this.summary = summary;
    this.caller = caller();
    this.receiver = receiver();
  }

  List<CallNotification> notifications() {
    List<CallNotification> notifications = new ArrayList<>();
    MangoCall.at(State.APPEARED, events).stream()
        .findFirst()
        .ifPresentOrElse(
            sent ->
                notifications.add(
                    sent.as(CallEvent.OUTGOING_CALL_START, sent.said().time(), caller, receiver)),
            () -> toldStart().ifPresent(notifications::add));
    answer().ifPresent(notifications::add);
    end().ifPresent(notifications::add);
    return notifications;
  }

  private Optional<CallNotification> toldStart() {
    if (summary == null) {
      return Optional.empty();
    }
    Sent<MangoSummary> reported = summary;
    return reported
        .said()
        .createTime()
        .map(time -> reported.as(CallEvent.OUTGOING_CALL_START, time, caller, receiver));
  }

  /** The member: the far end of a callback's first leg, and the near end of any other. */
  private @Nullable String caller() {
    for (Sent<MangoLegEvent> sent : events) {
      MangoLegEvent event = sent.said();
      String number = sent.number(event.from().extension().or(() -> event.to().extension()));
      if (number != null) {
        return number;
      }
    }
    return summary == null ? null : summary.number(summary.said().from().extension());
  }

  private @Nullable String receiver() {
    for (Sent<MangoLegEvent> sent : events) {
      String number = sent.number(sent.said().outsideReceiver());
      if (number != null) {
        return number;
      }
    }
    return summary == null ? null : summary.number(summary.said().outsideReceiver());
  }

  private Optional<CallNotification> answer() {
    Optional<Sent<MangoLegEvent>> connected =
        MangoCall.at(State.CONNECTED, events).stream()
            .filter(sent -> !sent.said().isToMember())
            .findFirst();
    if (connected.isPresent()) {
      Sent<MangoLegEvent> sent = connected.get();
      return Optional.of(
          sent.as(CallEvent.OUTGOING_CALL_ANSWER, sent.said().time(), caller, receiver));
    }
    if (summary == null || !summary.said().isAnswered()) {
      return Optional.empty();
    }
    Sent<MangoSummary> reported = summary;
    return reported
        .said()
        .talkTime()
        .map(time -> reported.as(CallEvent.OUTGOING_CALL_ANSWER, time, caller, receiver));
  }

  private Optional<CallNotification> end() {
    if (summary != null) {
      MangoSummary reported = summary.said();
      return Optional.of(
          summary
              .as(CallEvent.OUTGOING_CALL_END, reported.endTime(), caller, receiver)
              .ended(reported.status())
              .lasting(reported.talkSeconds()));
    }
    boolean isAnswered =
        MangoCall.at(State.CONNECTED, events).stream().anyMatch(sent -> !sent.said().isToMember());
    return MangoCall.at(State.DISCONNECTED, events).stream()
        .filter(sent -> !sent.said().isToMember())
        .reduce((earlier, later) -> later)
        .map(
            sent ->
                sent.as(CallEvent.OUTGOING_CALL_END, sent.said().time(), caller, receiver)
                    .ended(isAnswered ? "answer" : status(sent.said().reason())));
  }

  private static @Nullable String status(int reason) {
    return reason == 0 ? null : MangoReason.status(reason);
  }
}
