package calltally.exchange.mango;

import static java.util.Comparator.comparing;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.RawNotification;
import calltally.exchange.field.Fields;
import calltally.exchange.mango.MangoLegEvent.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that Mango sent of one entry, as notifications of the definitions.
 *
 * <p>A leg's events are ordered by their {@code seq}: they arrive in any order.
 */
final class MangoCall {

  private final List<Sent<MangoLegEvent>> events;
  private final @Nullable Sent<MangoSummary> summary;

  private MangoCall(List<Sent<MangoLegEvent>> events, @Nullable Sent<MangoSummary> summary) {
    this.events = events;
    this.summary = summary;
  }

  static MangoCall of(List<RawNotification> raw) {
    List<Sent<MangoLegEvent>> events = new ArrayList<>();
    List<Sent<MangoSummary>> summaries = new ArrayList<>();
    for (RawNotification notification : raw) {
      Fields json = notification.fields().inside("json");
      if (json.has("call_state")) {
        events.add(new Sent<>(notification, MangoLegEvent.read(json)));
      } else if (json.has("entry_result")) {
        summaries.add(new Sent<>(notification, MangoSummary.read(json)));
      }
    }
    events.sort(
        comparing((Sent<MangoLegEvent> sent) -> sent.said().time())
            .thenComparing(sent -> sent.said().legId())
            .thenComparing(sent -> sent.said().seq())
            .thenComparing(sent -> sent.raw().digest()));
    summaries.sort(
        comparing((Sent<MangoSummary> sent) -> sent.said().endTime())
            .thenComparing(sent -> sent.raw().digest()));
    return new MangoCall(
        List.copyOf(events), summaries.isEmpty() ? null : summaries.get(summaries.size() - 1));
  }

  /** None for an internal call. */
  List<CallNotification> notifications() {
    return switch (direction()) {
      case MangoSummary.INCOMING -> new MangoIncomingCall(events, legs(), summary).notifications();
      case MangoSummary.OUTGOING -> new MangoOutgoingCall(events, summary).notifications();
      default -> List.of();
    };
  }

  /** Of the summary; else of the first event, as only a callback names its initiator. */
  private int direction() {
    int reported = summary == null ? -1 : summary.said().direction();
    if (reported >= MangoSummary.INTERNAL && reported <= MangoSummary.OUTGOING) {
      return reported;
    }
    if (events.stream().anyMatch(sent -> sent.said().isCallback())) {
      return MangoSummary.OUTGOING;
    }
    if (events.isEmpty()) {
      return summary == null ? MangoSummary.INTERNAL : directionOf(summary.said());
    }
    MangoLegEvent first = events.get(0).said();
    return direction(first.from(), first.to());
  }

  private static int directionOf(MangoSummary summary) {
    return direction(summary.from(), summary.to());
  }

  private static int direction(MangoParty from, MangoParty to) {
    if (!from.isMember()) {
      return MangoSummary.INCOMING;
    }
    return to.isMember() ? MangoSummary.INTERNAL : MangoSummary.OUTGOING;
  }

  private List<MangoLeg> legs() {
    Map<String, List<Sent<MangoLegEvent>>> byId = new LinkedHashMap<>();
    for (Sent<MangoLegEvent> sent : events) {
      byId.computeIfAbsent(sent.said().legId(), id -> new ArrayList<>()).add(sent);
    }
    return byId.values().stream().map(MangoLeg::of).toList();
  }

  /** The first value that the events give. */
  static <T> Optional<T> first(
      List<Sent<MangoLegEvent>> events, Function<MangoLegEvent, Optional<T>> value) {
    return events.stream().flatMap(sent -> value.apply(sent.said()).stream()).findFirst();
  }

  /** The events with this state. */
  static List<Sent<MangoLegEvent>> at(State state, List<Sent<MangoLegEvent>> events) {
    return events.stream().filter(sent -> sent.said().is(state)).toList();
  }

  /**
   * A message and what it said.
   *
   * @param raw as the journal keeps it
   */
  record Sent<T>(RawNotification raw, T said) {

    CallNotification as(
        CallEvent event, Instant time, @Nullable String caller, @Nullable String receiver) {
      return CallNotification.of(event, time, raw, caller, receiver);
    }

    @Nullable String number(Optional<String> written) {
      return written.flatMap(raw::number).orElse(null);
    }
  }
}
