package calltally.reporting.call;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import calltally.exchange.Exchanges;
import calltally.exchange.PbxProtocol;
import calltally.exchange.RawNotification;
import calltally.exchange.text.RecordingLink;
import calltally.reporting.call.fold.CallNotification;
import calltally.reporting.call.fold.Direction;
import calltally.reporting.call.fold.Event;
import calltally.reporting.call.fold.NotificationsOfCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The notifications of one call that must be translated, while they are being read. */
final class SentNotifications {

  private final List<SentNotification> sent = new ArrayList<>();
  private boolean tooMany;

  /** Adds one; those beyond the most are only noted. */
  void add(SentNotification next) {
    if (sent.size() == NotificationsOfCall.MOST) {
      tooMany = true;
    } else {
      sent.add(next);
    }
  }

  boolean isEmpty() {
    return sent.isEmpty();
  }

  boolean tooMany() {
    return tooMany;
  }

  void clear() {
    sent.clear();
    tooMany = false;
  }

  /** What they mean. A source may have changed its exchange in the middle of a call. */
  List<CallNotification> translated() {
    Map<String, List<RawNotification>> byExchange =
        sent.stream()
            .collect(
                groupingBy(
                    SentNotification::exchange,
                    TreeMap::new,
                    mapping(SentNotification::raw, toList())));
    List<CallNotification> translated = new ArrayList<>();
    byExchange.forEach((name, raw) -> translated.addAll(translated(Exchanges.require(name), raw)));
    return translated;
  }

  private static List<CallNotification> translated(
      PbxProtocol exchange, List<RawNotification> raw) {
    List<CallNotification> translated = new ArrayList<>();
    exchange.translate(raw).forEach(next -> translated.add(read(next)));
    if (!exchange.capabilities().ringStart()) {
      translated.stream()
          .filter(next -> next.event().direction() == Direction.INCOMING)
          .findFirst()
          .ifPresent(first -> translated.add(ringsUnknown(first)));
    }
    return translated;
  }

  private static CallNotification read(calltally.exchange.CallNotification next) {
    return new CallNotification(
        Event.named(next.event().label()).orElseThrow(),
        next.time(),
        next.caller(),
        next.receiver(),
        next.status(),
        next.duration(),
        link(next.audioPath()),
        null,
        next.digest());
  }

  private static @Nullable String link(@Nullable String sent) {
    return sent == null ? null : RecordingLink.parse(sent).orElse(null);
  }

  private static CallNotification ringsUnknown(CallNotification first) {
    return new CallNotification(
        Event.RINGS_UNKNOWN, first.time(), null, null, null, null, null, null, first.digest());
  }
}
