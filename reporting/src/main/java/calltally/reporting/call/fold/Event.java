package calltally.reporting.call.fold;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event that concerns a call: one of the eight call events, or what else is known of it. */
public enum Event {
  INCOMING_CALL_START(CallPhase.CALL_START, Direction.INCOMING),
  INCOMING_CALL_START_CHAIN_MEMBER_CALL(CallPhase.MEMBER_START, Direction.INCOMING),
  INCOMING_CALL_END_CHAIN_MEMBER_CALL(CallPhase.MEMBER_END, Direction.INCOMING),
  INCOMING_CALL_ANSWER(CallPhase.ANSWER, Direction.INCOMING),
  INCOMING_CALL_END(CallPhase.CALL_END, Direction.INCOMING),
  OUTGOING_CALL_START(CallPhase.CALL_START, Direction.OUTGOING),
  OUTGOING_CALL_ANSWER(CallPhase.ANSWER, Direction.OUTGOING),
  OUTGOING_CALL_END(CallPhase.CALL_END, Direction.OUTGOING),
  VOICEMAIL(CallPhase.OTHER, null),
  TAGS(CallPhase.OTHER, null),

  /** Of a finished call from a list that does not say whose phones rang; receiver: who answered. */
  RINGS_UNKNOWN(CallPhase.OTHER, null),

  /** Of a finished call from a list that does not say how long the caller waited. */
  WAIT_UNKNOWN(CallPhase.OTHER, null);

  private static final Map<String, Event> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Event::journalName, Function.identity()));

  private final CallPhase phase;
  private final @Nullable Direction direction;

  Event(CallPhase phase, @Nullable Direction direction) {
    this.phase = phase;
    this.direction = direction;
  }

  /** The event of that name in the journal; empty when it concerns no call. */
  public static Optional<Event> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The event's name in the journal. */
  public String journalName() {
    return name().toLowerCase(Locale.ROOT);
  }

  CallPhase phase() {
    return phase;
  }

  /** The place among events of the same time; a call's start is the first. */
  public int rank() {
    return phase.rank;
  }

  /** The direction of a call event; null for others. */
  public @Nullable Direction direction() {
    return direction;
  }
}
