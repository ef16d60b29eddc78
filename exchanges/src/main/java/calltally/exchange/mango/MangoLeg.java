package calltally.exchange.mango;

import static java.util.Comparator.comparingLong;

import calltally.exchange.mango.MangoCall.Sent;
import calltally.exchange.mango.MangoLegEvent.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The events of one leg in the order in which they happened.
 *
 * @param events at least one
 */
record MangoLeg(List<Sent<MangoLegEvent>> events) {

  static MangoLeg of(List<Sent<MangoLegEvent>> inOrderOfTime) {
    List<Sent<MangoLegEvent>> ordered = new ArrayList<>(inOrderOfTime);
    if (ordered.stream().allMatch(sent -> sent.said().seq() > 0)) {
      ordered.sort(comparingLong(sent -> sent.said().seq()));
    }
    return new MangoLeg(List.copyOf(ordered));
  }

  Sent<MangoLegEvent> first() {
    return events.get(0);
  }

  Optional<String> member() {
    return MangoCall.first(events, event -> event.to().extension());
  }

  /**
   * Whether a member's phone rang for somebody outside. A leg that began between two members is a
   * consultation, even when the customer is put through to it later.
   */
  boolean isRing() {
    return member().isPresent()
        && events.stream().anyMatch(sent -> sent.said().isPhone())
        && first().said().isFromOutside();
  }

  /** When a member and somebody outside were connected first. */
  Optional<Sent<MangoLegEvent>> answer() {
    return MangoCall.at(State.CONNECTED, events).stream()
        .filter(sent -> sent.said().isPhone())
        .filter(sent -> sent.said().isToMember() && sent.said().isFromOutside())
        .findFirst();
  }

  Optional<Sent<MangoLegEvent>> appeared() {
    return MangoCall.at(State.APPEARED, events).stream().findFirst();
  }

  Optional<Sent<MangoLegEvent>> disconnected() {
    List<Sent<MangoLegEvent>> ends = MangoCall.at(State.DISCONNECTED, events);
    return ends.isEmpty() ? Optional.empty() : Optional.of(ends.get(ends.size() - 1));
  }
}
