package calltally.exchange.example;

import static java.util.Comparator.comparing;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.RawNotification;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All messages of one call, as notifications of the definitions.
 *
 * @param messages in the order in which they happened, whatever the order of arrival
 */
record KolokolCall(List<Sent> messages) {

  static KolokolCall of(List<RawNotification> raw) {
    return new KolokolCall(
        raw.stream()
            .map(message -> new Sent(message, KolokolMessage.read(message.fields())))
            .sorted(
                comparing((Sent sent) -> sent.said().time())
                    .thenComparing(sent -> sent.said().type())
                    .thenComparing(sent -> sent.raw().digest()))
            .toList());
  }

  /** None for a call between extensions: no report counts it. */
  List<CallNotification> notifications() {
    return switch (messages.get(0).said().direction()) {
      case IN -> messages.stream().map(this::incoming).toList();
      case OUT -> Stream.of(placed(), answered(), ended()).flatMap(Optional::stream).toList();
      case INT -> List.of();
    };
  }

  private CallNotification incoming(Sent sent) {
    KolokolMessage said = sent.said();
    boolean isOfPhone = said.extension().isPresent();
    CallEvent event =
        switch (said.type()) {
          case RING ->
              isOfPhone
                  ? CallEvent.INCOMING_CALL_START_CHAIN_MEMBER_CALL
                  : CallEvent.INCOMING_CALL_START;
          case PICK -> CallEvent.INCOMING_CALL_ANSWER;
          case HANG ->
              isOfPhone
                  ? CallEvent.INCOMING_CALL_END_CHAIN_MEMBER_CALL
                  : CallEvent.INCOMING_CALL_END;
        };
    String receiver =
        sent.number(isOfPhone || said.is(KolokolMessage.Type.PICK) ? said.extension() : said.to());
    return sent.as(event, sent.number(said.from()), receiver)
        .ended(event == CallEvent.INCOMING_CALL_END_CHAIN_MEMBER_CALL ? ringStatus(sent) : null);
  }

  /** A phone that was picked up ends its talk; without the answer's message, {@code ok} says so. */
  private @Nullable String ringStatus(Sent hang) {
    KolokolMessage said = hang.said();
    boolean isTalk =
        messages.stream()
            .limit(messages.indexOf(hang))
            .filter(sent -> sent.said().extension().equals(said.extension()))
            .reduce((earlier, later) -> later)
            .filter(last -> last.said().is(KolokolMessage.Type.PICK))
            .isPresent();
    return isTalk ? "answer" : talkOrFailure(said);
  }

  private static @Nullable String talkOrFailure(KolokolMessage hang) {
    return hang.cause().isEmpty() ? null : hang.failure().orElse("answer");
  }

  private Optional<CallNotification> placed() {
    return first(said -> said.is(KolokolMessage.Type.RING) && said.extension().isPresent())
        .map(sent -> outgoing(sent, CallEvent.OUTGOING_CALL_START));
  }

  private Optional<CallNotification> answered() {
    return first(said -> said.is(KolokolMessage.Type.PICK) && said.extension().isEmpty())
        .map(sent -> outgoing(sent, CallEvent.OUTGOING_CALL_ANSWER));
  }

  private Optional<CallNotification> ended() {
    return first(said -> said.is(KolokolMessage.Type.HANG) && said.extension().isEmpty())
        .map(
            sent ->
                outgoing(sent, CallEvent.OUTGOING_CALL_END)
                    .ended(answered().isPresent() ? "answer" : talkOrFailure(sent.said())));
  }

  private CallNotification outgoing(Sent sent, CallEvent event) {
    String caller =
        first(said -> said.is(KolokolMessage.Type.RING) && said.extension().isPresent())
            .map(ring -> ring.number(ring.said().extension()))
            .orElse(null);
    return sent.as(event, caller, sent.number(sent.said().to()));
  }

  private Optional<Sent> first(Predicate<KolokolMessage> isMeant) {
    return messages.stream().filter(sent -> isMeant.test(sent.said())).findFirst();
  }

  /**
   * A message and what it said.
   *
   * @param raw as the journal keeps it
   */
  record Sent(RawNotification raw, KolokolMessage said) {

    CallNotification as(CallEvent event, @Nullable String caller, @Nullable String receiver) {
      return CallNotification.of(event, said.time(), raw, caller, receiver);
    }

    @Nullable String number(Optional<String> written) {
      return written.flatMap(raw::number).orElse(null);
    }
  }
}
