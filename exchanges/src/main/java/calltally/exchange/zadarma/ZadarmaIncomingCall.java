package calltally.exchange.zadarma;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.zadarma.ZadarmaCall.Sent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call from outside. */
final class ZadarmaIncomingCall {

  private final ZadarmaCall call;
  private final @Nullable String caller;
  private final @Nullable String line;
  private final List<CallNotification> notifications = new ArrayList<>();

  ZadarmaIncomingCall(ZadarmaCall call) {
    this.call = call;
    this.caller = call.number(ZadarmaMessage::caller);
    this.line = call.number(ZadarmaMessage::line);
  }

  List<CallNotification> notifications() {
    if (ZadarmaCall.isExtension(caller)) {
      return List.of();
    }
    Optional<CallNotification> start =
        call.start(ZadarmaEvent.NOTIFY_START, CallEvent.INCOMING_CALL_START, caller, line);
    start.ifPresent(notifications::add);
    addRings();
    addAnswers(start.map(CallNotification::time).orElse(Instant.MAX));
    addEnds();
    return notifications;
  }

  /** A ring of nobody known is none: it would be taken for the caller's. */
  private void addRings() {
    for (Sent sent : call.all(ZadarmaEvent.NOTIFY_INTERNAL)) {
      sent.number(sent.said().internal())
          .ifPresent(
              member ->
                  notifications.add(
                      sent.as(
                          CallEvent.INCOMING_CALL_START_CHAIN_MEMBER_CALL,
                          sent.time(),
                          caller,
                          member)));
    }
  }

  /** Only the first answer can be dated by the length of the talk. */
  private void addAnswers(Instant start) {
    boolean isFirst = true;
    for (Sent sent : call.all(ZadarmaEvent.NOTIFY_ANSWER)) {
      String member = member(sent);
      Instant time =
          isFirst
              ? new ZadarmaAnswerTime(call.sent()).of(sent, ringOrStart(member, start))
              : sent.time();
      notifications.add(sent.as(CallEvent.INCOMING_CALL_ANSWER, time, caller, member));
      isFirst = false;
    }
  }

  private static @Nullable String member(Sent sent) {
    return sent.number(sent.said().internal())
        .or(() -> sent.number(sent.said().destination()))
        .orElse(null);
  }

  private Instant ringOrStart(@Nullable String member, Instant start) {
    return notifications.stream()
        .filter(each -> each.event() == CallEvent.INCOMING_CALL_START_CHAIN_MEMBER_CALL)
        .filter(each -> each.receiver() != null && each.receiver().equals(member))
        .map(CallNotification::time)
        .findFirst()
        .orElse(start);
  }

  private void addEnds() {
    boolean isAnswerTold = !call.all(ZadarmaEvent.NOTIFY_ANSWER).isEmpty();
    for (Sent sent : call.all(ZadarmaEvent.NOTIFY_END)) {
      if (sent.said().isAnswered() && !isAnswerTold) {
        addEndOfAnswerer(sent);
      }
      notifications.add(sent.asEnd(CallEvent.INCOMING_CALL_END, caller, line));
    }
  }

  /** When the message of the answer was lost, the end still says whose it was, but not when. */
  private void addEndOfAnswerer(Sent end) {
    end.number(end.said().internal())
        .ifPresent(
            member ->
                notifications.add(
                    end.as(
                            CallEvent.INCOMING_CALL_END_CHAIN_MEMBER_CALL,
                            end.time(),
                            caller,
                            member)
                        .ended("answer")));
  }
}
