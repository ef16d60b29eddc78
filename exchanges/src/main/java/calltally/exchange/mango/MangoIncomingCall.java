package calltally.exchange.mango;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.mango.MangoCall.Sent;
import calltally.exchange.mango.MangoLegEvent.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry in which somebody outside called. */
final class MangoIncomingCall {

  private final List<Sent<MangoLegEvent>> events;
  private final List<MangoLeg> legs;
  private final @Nullable Sent<MangoSummary> summary;
  private final @Nullable String caller;
  private final @Nullable String line;
  private final @Nullable MangoLeg answeredBySummary;
  private final List<CallNotification> notifications = new ArrayList<>();

  MangoIncomingCall(
      List<Sent<MangoLegEvent>> events, List<MangoLeg> legs, @Nullable Sent<MangoSummary> summary) {
    this.events = events;
    this.legs = legs;
    this.summary = summary;
    MangoNumbers numbers = new MangoNumbers(events, summary);
    this.caller = numbers.first(MangoLegEvent::outsideCaller, MangoSummary::outsideCaller);
    this.line = numbers.first(MangoLegEvent::line, MangoSummary::line);
    this.answeredBySummary = answeredBySummary();
  }

  List<CallNotification> notifications() {
    addStart();
    legs.forEach(this::addLeg);
    addToldAnswer();
    if (summary != null) {
      MangoSummary reported = summary.said();
      notifications.add(
          summary
              .as(CallEvent.INCOMING_CALL_END, reported.endTime(), caller, line)
              .ended(reported.status())
              .lasting(reported.talkSeconds()));
    }
    return notifications;
  }

  /** When the first message was lost, the summary still reports when the entry began. */
  private void addStart() {
    Optional<Sent<MangoLegEvent>> first = MangoCall.at(State.APPEARED, events).stream().findFirst();
    Optional<Instant> created = summary == null ? Optional.empty() : summary.said().createTime();
    if (first.isPresent()
        && (created.isEmpty() || !created.get().isBefore(first.get().said().time()))) {
      notifications.add(
          first.get().as(CallEvent.INCOMING_CALL_START, first.get().said().time(), caller, line));
    } else if (created.isPresent() && summary != null) {
      notifications.add(summary.as(CallEvent.INCOMING_CALL_START, created.get(), caller, line));
    }
  }

  private void addLeg(MangoLeg leg) {
    Optional<Sent<MangoLegEvent>> answer = leg.answer();
    if (leg.isRing()) {
      addRing(leg, answer.orElse(null));
    }
    answer.ifPresent(
        sent ->
            notifications.add(
                sent.as(
                    CallEvent.INCOMING_CALL_ANSWER,
                    sent.said().time(),
                    caller,
                    member(leg, sent))));
  }

  /** A ring ends with its answer: Mango reports the end of the leg only after the talk. */
  private void addRing(MangoLeg leg, @Nullable Sent<MangoLegEvent> answer) {
    leg.appeared()
        .ifPresent(
            sent ->
                notifications.add(
                    sent.as(
                        CallEvent.INCOMING_CALL_START_CHAIN_MEMBER_CALL,
                        sent.said().time(),
                        caller,
                        member(leg, sent))));
    if (answer != null) {
      addRingEnd(leg, answer, answer.said().time(), "answer");
    } else if (leg.equals(answeredBySummary) && summary != null) {
      addRingEnd(leg, leg.first(), summary.said().talkTime().orElseThrow(), "answer");
    } else {
      leg.disconnected()
          .ifPresent(
              sent -> {
                int reason = sent.said().reason();
                String status = reason == 0 ? null : MangoReason.status(reason);
                addRingEnd(leg, sent, sent.said().time(), status);
              });
    }
  }

  private void addRingEnd(
      MangoLeg leg, Sent<MangoLegEvent> sent, Instant time, @Nullable String status) {
    notifications.add(
        sent.as(CallEvent.INCOMING_CALL_END_CHAIN_MEMBER_CALL, time, caller, member(leg, sent))
            .ended(status));
  }

  /** When the message of the answer was lost, the summary still reports when, and who it was. */
  private void addToldAnswer() {
    if (summary == null
        || !summary.said().isAnswered()
        || notifications.stream().anyMatch(n -> n.event() == CallEvent.INCOMING_CALL_ANSWER)) {
      return;
    }
    notifications.add(
        summary.as(
            CallEvent.INCOMING_CALL_ANSWER,
            summary.said().talkTime().orElseThrow(),
            caller,
            summary.number(summary.said().to().extension())));
  }

  private @Nullable MangoLeg answeredBySummary() {
    if (summary == null
        || !summary.said().isAnswered()
        || legs.stream().anyMatch(leg -> leg.answer().isPresent())) {
      return null;
    }
    Optional<String> extension = summary.said().to().extension();
    return legs.stream()
        .filter(leg -> leg.isRing() && leg.member().equals(extension))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private static @Nullable String member(MangoLeg leg, Sent<MangoLegEvent> sent) {
    return sent.number(leg.member());
  }
}
