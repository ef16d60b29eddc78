package calltally.exchange.itoolabs;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import calltally.exchange.itoolabs.ITooLabsMessage.Direction;
import calltally.exchange.itoolabs.ITooLabsMessage.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the exchange sent under one identifier: a call, or a part of one that was transferred.
 *
 * @param messages at least one, in order
 */
record ITooLabsPart(List<ITooLabsMessage> messages) {

  String id() {
    return messages.get(0).callId();
  }

  /** Of the messages of one of these kinds, in order. */
  List<ITooLabsMessage> of(Kind... kinds) {
    List<Kind> wanted = List.of(kinds);
    return messages.stream().filter(message -> wanted.contains(message.kind())).toList();
  }

  Optional<ITooLabsMessage> first(Kind... kinds) {
    return of(kinds).stream().findFirst();
  }

  /** Empty when no message states one. Events say that a call was internal, but no history does. */
  Optional<Direction> direction() {
    List<Direction> stated = directions(events());
    if (stated.contains(Direction.INTERNAL)) {
      return Optional.of(Direction.INTERNAL);
    }
    Optional<Direction> first =
        directions(of(Kind.HISTORY).stream()).stream()
            .findFirst()
            .or(() -> stated.stream().findFirst());
    return stated.isEmpty() && hasExtension() ? Optional.of(Direction.INTERNAL) : first;
  }

  private Stream<ITooLabsMessage> events() {
    return messages.stream().filter(message -> !message.is(Kind.HISTORY));
  }

  private static List<Direction> directions(Stream<ITooLabsMessage> messages) {
    return messages.flatMap(message -> message.direction().stream()).toList();
  }

  /** Whether the other party is named by an extension. */
  boolean hasExtension() {
    return messages.stream().anyMatch(ITooLabsMessage::isToExtension);
  }

  /** The message of the outcome: of several, one of a success. */
  Optional<HistoryMessage> history() {
    List<HistoryMessage> all = of(Kind.HISTORY).stream().map(HistoryMessage::of).toList();
    return all.stream()
        .filter(sent -> sent.history().isSuccess())
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** Whether somebody talked: by the history, else by the end of a talk. */
  boolean isAnswered() {
    return history()
        .filter(sent -> sent.history().status() != null)
        .map(sent -> sent.history().isSuccess())
        .orElseGet(() -> first(Kind.COMPLETED).isPresent());
  }

  /** When it began, and the message that says so; empty when that was not received. */
  Optional<At> start() {
    return history()
        .flatMap(sent -> sent.history().start().map(time -> new At(time, sent.message())))
        .or(() -> first(Kind.INCOMING, Kind.OUTGOING).map(At::receipt));
  }

  /** When it ended, and the message that says so; empty while it may go on. */
  Optional<At> end() {
    return history()
        .map(
            sent ->
                new At(sent.history().end().orElse(sent.message().receivedAt()), sent.message()))
        .or(this::endOfTalk);
  }

  /** The end of a talk ends the call when no phone rings, and nobody answers, after it. */
  private Optional<At> endOfTalk() {
    return of(Kind.INCOMING, Kind.OUTGOING, Kind.ACCEPTED, Kind.COMPLETED).stream()
        .reduce((earlier, later) -> later)
        .filter(last -> last.is(Kind.COMPLETED))
        .map(At::receipt);
  }

  /** When its first message was sent. */
  Instant beginning() {
    return Stream.concat(
            start().map(At::time).stream(), messages.stream().map(ITooLabsMessage::receivedAt))
        .min(naturalOrder())
        .orElseThrow();
  }

  /**
   * A message of the end, and what it says.
   *
   * @param message of the kind history
   */
  record HistoryMessage(ITooLabsMessage message, ITooLabsHistory history) {

    static HistoryMessage of(ITooLabsMessage message) {
      return new HistoryMessage(
          message, ITooLabsHistory.read(message.raw().fields(), message.raw().zone()));
    }
  }

  /**
   * A time, and the message that it is from.
   *
   * @param time of the exchange's clock, or of receipt
   */
  record At(Instant time, ITooLabsMessage message) {

    static final Comparator<At> ORDER =
        comparing(At::time).thenComparing(At::message, ITooLabsMessage.ORDER);

    static At receipt(ITooLabsMessage message) {
      return new At(message.receivedAt(), message);
    }
  }
}
