package calltally.exchange.uis;

import static java.util.Comparator.comparing;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.RawNotification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the platform sent of one call.
 *
 * @param sent in order of time
 */
record UisCall(List<Sent> sent) {

  static UisCall of(List<RawNotification> raw) {
    List<Sent> sent = new ArrayList<>();
    for (RawNotification notification : raw) {
      Uis.message(notification.fields(), notification.zone())
          .filter(said -> !said.isInternal())
          .ifPresent(said -> sent.add(new Sent(notification, said)));
    }
    sent.sort(
        comparing((Sent each) -> each.said().time()).thenComparing(each -> each.raw().digest()));
    return new UisCall(List.copyOf(sent));
  }

  List<CallNotification> notifications() {
    List<CallNotification> notifications = new ArrayList<>();
    for (Sent each : sent) {
      each.said().event().ifPresent(event -> add(notifications, each, event));
    }
    return notifications;
  }

  /** The rule for the direction: what a template names incoming may be of an outgoing call. */
  private void add(List<CallNotification> notifications, Sent each, CallEvent event) {
    if (!each.said().isOutgoing()) {
      addIncoming(notifications, each, event);
    } else if (event == CallEvent.INCOMING_CALL_ANSWER) {
      notifications.add(each.asOutgoing(CallEvent.OUTGOING_CALL_ANSWER, each.said().member()));
    } else if (event == CallEvent.INCOMING_CALL_END) {
      notifications.add(
          ended(each.asOutgoing(CallEvent.OUTGOING_CALL_END, each.said().employee()), each));
    } else if (event == CallEvent.OUTGOING_CALL_START) {
      notifications.add(each.asOutgoing(event, each.said().member()));
    }
  }

  private void addIncoming(List<CallNotification> notifications, Sent each, CallEvent event) {
    CallNotification incoming = each.asIncoming(event, each.said().member());
    if (event != CallEvent.INCOMING_CALL_END) {
      notifications.add(incoming);
      return;
    }
    if ("answer".equals(each.said().endStatus())
        && each.said().employee().isPresent()
        && !isAnswerTold()) {
      notifications.add(
          each.asIncoming(CallEvent.INCOMING_CALL_END_CHAIN_MEMBER_CALL, each.said().employee())
              .ended("answer"));
    }
    notifications.add(ended(incoming, each));
  }

  /** When the message of the answer was lost, the end still says whose it was, but not when. */
  private boolean isAnswerTold() {
    return sent.stream().anyMatch(each -> each.said().is(CallEvent.INCOMING_CALL_ANSWER));
  }

  private CallNotification ended(CallNotification end, Sent each) {
    return new CallNotification(
        end.event(),
        end.time(),
        end.digest(),
        end.caller(),
        end.receiver(),
        each.said().endStatus(),
        each.said().duration(),
        recording());
  }

  /** The last link: it is sent after the end of the call. */
  private @Nullable String recording() {
    return sent.stream()
        .flatMap(each -> each.said().recording().stream())
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /** A message and what it said. */
  record Sent(RawNotification raw, UisMessage said) {

    Optional<String> number(Optional<String> written) {
      return written.flatMap(raw::number);
    }

    CallNotification asIncoming(CallEvent event, Optional<String> member) {
      return CallNotification.of(
          event,
          said.time(),
          raw,
          number(said.customer()).orElse(null),
          number(member).orElse(null));
    }

    CallNotification asOutgoing(CallEvent event, Optional<String> member) {
      return CallNotification.of(
          event,
          said.time(),
          raw,
          number(member).orElse(null),
          number(said.customer()).orElse(null));
    }
  }
}
