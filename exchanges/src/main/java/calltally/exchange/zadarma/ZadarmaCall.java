package calltally.exchange.zadarma;

import static java.util.Comparator.comparing;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.RawNotification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that Zadarma sent of one call.
 *
 * <p>All messages tell when the call began, and none when it was sent: they happened when they were
 * received.
 *
 * @param sent in order of receipt
 */
record ZadarmaCall(List<Sent> sent) {

  private static final String EXTENSION = "\\d{3}";

  static ZadarmaCall of(List<RawNotification> raw) {
    List<Sent> sent = new ArrayList<>();
    for (RawNotification notification : raw) {
      if (ZadarmaEvent.of(notification.fields()).isOfCall()) {
        sent.add(
            new Sent(
                notification, ZadarmaMessage.read(notification.fields(), notification.zone())));
      }
    }
    sent.sort(comparing(Sent::time).thenComparing(each -> each.raw().digest()));
    // The second of two equal answers would be one more, at another time.
    Set<String> digests = new HashSet<>();
    return new ZadarmaCall(sent.stream().filter(each -> digests.add(each.raw().digest())).toList());
  }

  /** None for an internal call. */
  List<CallNotification> notifications() {
    return isOutgoing()
        ? new ZadarmaOutgoingCall(this).notifications()
        : new ZadarmaIncomingCall(this).notifications();
  }

  /** Messages that both kinds of calls have say it by the id of their call, if at all. */
  private boolean isOutgoing() {
    return sent.stream().noneMatch(each -> each.said().event().isOfIncoming())
        && (sent.stream().anyMatch(each -> each.said().event().isOfOutgoing())
            || sent.stream().allMatch(each -> each.said().isOutgoing()));
  }

  /** Whether the other party is a member, too. */
  static boolean isExtension(@Nullable String number) {
    return number != null && number.matches(EXTENSION);
  }

  List<Sent> all(ZadarmaEvent event) {
    return sent.stream().filter(each -> each.said().is(event)).toList();
  }

  /** The first number of a kind that any message has, normalised; null when all withhold it. */
  @Nullable String number(Function<ZadarmaMessage, Optional<String>> kind) {
    return sent.stream()
        .flatMap(each -> each.number(kind.apply(each.said())).stream())
        .findFirst()
        .orElse(null);
  }

  /**
   * When the call began, as a message that must be of the given event if there is one.
   *
   * <p>Not after the first message arrived, even if the exchange's clock is ahead.
   */
  Optional<CallNotification> start(
      ZadarmaEvent event, CallEvent meaning, @Nullable String caller, @Nullable String receiver) {
    return all(event).stream()
        .findFirst()
        .or(() -> sent.stream().filter(each -> each.said().callStart().isPresent()).findFirst())
        .flatMap(
            each ->
                each.said()
                    .callStart()
                    .map(time -> earlier(time.instant(), sent.get(0).time()))
                    .map(time -> each.as(meaning, time, caller, receiver)));
  }

  static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** A message and what it said. */
  record Sent(RawNotification raw, ZadarmaMessage said) {

    /** When it was received, but for the start of a call. */
    Instant time() {
      return raw.occurredAt();
    }

    Optional<String> number(Optional<String> written) {
      return written.flatMap(raw::number);
    }

    CallNotification as(
        CallEvent event, Instant time, @Nullable String caller, @Nullable String receiver) {
      return CallNotification.of(event, time, raw, caller, receiver);
    }

    /** As an end of the whole call. */
    CallNotification asEnd(CallEvent event, @Nullable String caller, @Nullable String receiver) {
      return as(event, time(), caller, receiver).ended(said.status()).lasting(said.duration());
    }
  }
}
