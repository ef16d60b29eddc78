package calltally.exchange.mango;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.mango.MangoCall.Sent;
import calltally.exchange.mango.MangoLegEvent.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    MangoNumbers numbers = new MangoNumbers(events, summary);
    this.caller = numbers.first(MangoOutgoingCall::member, said -> said.from().extension());
    this.receiver = numbers.first(MangoLegEvent::outsideReceiver, MangoSummary::outsideReceiver);
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
  private static Optional<String> member(MangoLegEvent event) {
    return event.from().extension().or(() -> event.to().extension());
  }

  private Optional<CallNotification> answer() {
    Optional<Sent<MangoLegEvent>> connected = outside(State.CONNECTED).findFirst();
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
    return summary == null ? lastDisconnection() : Optional.of(reportedEnd(summary));
  }

  private CallNotification reportedEnd(Sent<MangoSummary> reported) {
    return reported
        .as(CallEvent.OUTGOING_CALL_END, reported.said().endTime(), caller, receiver)
        .ended(reported.said().status())
        .lasting(reported.said().talkSeconds());
  }

  private Optional<CallNotification> lastDisconnection() {
    boolean isAnswered = outside(State.CONNECTED).findAny().isPresent();
    return outside(State.DISCONNECTED)
        .reduce((earlier, later) -> later)
        .map(
            sent ->
                sent.as(CallEvent.OUTGOING_CALL_END, sent.said().time(), caller, receiver)
                    .ended(isAnswered ? "answer" : status(sent.said().reason())));
  }

  /** The events of legs to somebody outside that report the state. */
  private Stream<Sent<MangoLegEvent>> outside(State state) {
    return MangoCall.at(state, events).stream().filter(sent -> !sent.said().isToMember());
  }

  private static @Nullable String status(int reason) {
    return reason == 0 ? null : MangoReason.status(reason);
  }
}
