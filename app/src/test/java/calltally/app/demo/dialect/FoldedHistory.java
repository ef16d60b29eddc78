package calltally.app.demo.dialect;

import calltally.app.demo.exchange.RingEnd;
import calltally.app.demo.exchange.SimulatedCall;
import calltally.app.demo.exchange.SimulatedCompany;
import calltally.app.demo.exchange.SimulatedRing;
import calltally.exchange.PbxProtocol;
import calltally.exchange.RawNotification;
import calltally.reporting.call.fold.Call;
import calltally.reporting.call.fold.CallFold;
import calltally.reporting.call.fold.CallNotification;
import calltally.reporting.call.fold.DirectoryIndex;
import calltally.reporting.call.fold.Event;
import calltally.reporting.call.fold.NotificationsOfCall;
import calltally.reporting.call.fold.NumberAssignment;
import calltally.reporting.call.fold.RecordingHosts;
import calltally.reporting.call.fold.RetentionHorizon;
import calltally.reporting.call.fold.ShiftCalendar;
import calltally.reporting.call.fold.SourceRules;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls of a company, folded from the notifications of the definitions. */
final class FoldedHistory {

  private final SourceRules rules;
  private final Map<String, String> extensions = new HashMap<>();

  FoldedHistory(SimulatedCompany company) {
    Map<String, List<NumberAssignment>> managers = new HashMap<>();
    for (SimulatedCompany.Manager manager : company.managers()) {
      List<NumberAssignment> always =
          List.of(new NumberAssignment(manager.name(), manager.department(), null, null));
      managers.put(manager.number(), always);
      managers.put(manager.extension(), always);
      extensions.put(manager.name(), manager.extension());
    }
    this.rules =
        new SourceRules(
            company.zone(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            new ShiftCalendar(List.of(), Set.of(), Map.of()),
            new DirectoryIndex(managers, Map.of()),
            RecordingHosts.ANY,
            RetentionHorizon.NONE);
  }

  /** What the exchange's notifications become; empty when they are of no call. */
  Optional<Call> translated(PbxProtocol exchange, List<RawNotification> raw) {
    NotificationsOfCall notifications = new NotificationsOfCall();
    for (calltally.exchange.CallNotification each : exchange.translate(raw)) {
      notifications.add(
          new CallNotification(
              Event.named(each.event().label()).orElseThrow(),
              each.time(),
              each.caller(),
              each.receiver(),
              each.status(),
              each.duration(),
              null,
              null,
              each.digest()));
    }
    return CallFold.fold(rules, "1", notifications);
  }

  /** What a call becomes of which everything is reported in the words of the definitions. */
  Call direct(SimulatedCall call) {
    NotificationsOfCall notifications = new NotificationsOfCall();
    if (call.isIncoming()) {
      addIncoming(call, notifications);
    } else {
      String phone = extensions.get(call.manager());
      String customer = call.customer();
      Instant answeredAt = call.answeredAt();
      add(notifications, Event.OUTGOING_CALL_START, call.startedAt(), phone, customer, null);
      if (answeredAt != null) {
        add(notifications, Event.OUTGOING_CALL_ANSWER, answeredAt, phone, customer, null);
      }
      String status = answeredAt == null ? "noanswer" : "answer";
      add(notifications, Event.OUTGOING_CALL_END, call.endedAt(), phone, customer, status);
    }
    return CallFold.fold(rules, "1", notifications).orElseThrow();
  }

  private void addIncoming(SimulatedCall call, NotificationsOfCall notifications) {
    String caller = call.customer();
    add(notifications, Event.INCOMING_CALL_START, call.startedAt(), caller, call.dialled(), null);
    for (SimulatedRing ring : call.rings()) {
      String phone = extensions.get(ring.manager());
      add(
          notifications,
          Event.INCOMING_CALL_START_CHAIN_MEMBER_CALL,
          ring.from(),
          caller,
          phone,
          null);
      add(
          notifications,
          Event.INCOMING_CALL_END_CHAIN_MEMBER_CALL,
          ring.to(),
          caller,
          phone,
          status(ring.end()));
      if (ring.isAnswered()) {
        add(notifications, Event.INCOMING_CALL_ANSWER, ring.to(), caller, phone, null);
      }
    }
    if (!call.endIsLost()) {
      add(
          notifications,
          Event.INCOMING_CALL_END,
          call.endedAt(),
          caller,
          call.dialled(),
          call.isAnswered() ? "answer" : "noanswer");
    }
  }

  private static String status(RingEnd end) {
    return switch (end) {
      case PICKED_UP -> "answer";
      case RANG_OUT -> "noanswer";
      case ENGAGED, DECLINED -> "busy";
      case UNREACHABLE -> "unavailable";
      case TAKEN, CALLER_HUNG_UP -> "cancel";
    };
  }

  private static void add(
      NotificationsOfCall notifications,
      Event event,
      Instant time,
      @Nullable String caller,
      @Nullable String receiver,
      @Nullable String status) {
    notifications.add(
        new CallNotification(event, time, caller, receiver, status, null, null, null, ""));
  }
}
