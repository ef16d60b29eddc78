package calltally.exchange.zadarma;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.zadarma.ZadarmaCall.Sent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call to outside. */
final class ZadarmaOutgoingCall {

  private final ZadarmaCall call;
  private final @Nullable String caller;
  private final @Nullable String receiver;

  ZadarmaOutgoingCall(ZadarmaCall call) {
    this.call = call;
    String member = call.number(ZadarmaMessage::internal);
    this.caller = member == null ? call.number(ZadarmaMessage::caller) : member;
    this.receiver = call.number(ZadarmaMessage::destination);
  }

  List<CallNotification> notifications() {
    if (ZadarmaCall.isExtension(receiver)) {
      return List.of();
    }
    List<CallNotification> notifications = new ArrayList<>();
    Optional<CallNotification> start =
        call.start(ZadarmaEvent.NOTIFY_OUT_START, CallEvent.OUTGOING_CALL_START, caller, receiver);
    start.ifPresent(notifications::add);
    Instant earliest = start.map(CallNotification::time).orElse(Instant.MAX);
    call.all(ZadarmaEvent.NOTIFY_ANSWER).stream()
        .findFirst()
        .ifPresent(
            sent ->
                notifications.add(
                    sent.as(
                        CallEvent.OUTGOING_CALL_ANSWER,
                        new ZadarmaAnswerTime(call.sent()).of(sent, earliest),
                        caller,
                        receiver)));
    for (Sent end : call.all(ZadarmaEvent.NOTIFY_OUT_END)) {
      notifications.add(end.asEnd(CallEvent.OUTGOING_CALL_END, caller, receiver));
    }
    return notifications;
  }
}
