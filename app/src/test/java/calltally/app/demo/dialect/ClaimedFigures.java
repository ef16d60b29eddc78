package calltally.app.demo.dialect;

import calltally.exchange.Capabilities;
import calltally.reporting.call.fold.Attempt;
import calltally.reporting.call.fold.AttemptOutcome;
import calltally.reporting.call.fold.Call;
import calltally.reporting.call.fold.CallOutcome;
import calltally.reporting.call.fold.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange claims to report of a call.
 *
 * <p>Without times of its own, it sends equal messages of the rings of a phone: they count as
 * repeated deliveries of the first. When such a call began is known from its end alone.
 */
record ClaimedFigures(Capabilities claimed) {

  /** One line for the call, and one for each ring. */
  List<String> of(Call call) {
    List<String> lines = new ArrayList<>();
    boolean isStartKnown = claimed.ownTimes() || call.outcome() != CallOutcome.UNFINISHED;
    boolean isReasonKnown = claimed.ringOutcome() || call.attempts().isEmpty();
    lines.add(
        "%s %s from %s to %s, start %s, answer %s, end %s, manager %s, wait %s, talk %s, %s %s"
            .formatted(
                call.direction(),
                call.outcome(),
                call.customer(),
                call.direction() == Direction.INCOMING ? call.line() : "",
                isStartKnown ? call.localStart().toInstant() : "?",
                call.answeredAt(),
                call.endedAt(),
                call.manager(),
                call.waitTime(),
                call.talkTime(),
                isReasonKnown ? call.missedReason() : "?",
                isReasonKnown ? call.isShort() : "?"));
    lines.addAll(claimed.ownTimes() ? everyRing(call) : firstRings(call));
    return lines;
  }

  private List<String> everyRing(Call call) {
    return call.attempts().stream()
        .map(
            attempt ->
                "%s start %s, end %s, ring %s, %s, talk %s, transfers %s %s"
                    .formatted(
                        attempt.ring().manager(),
                        attempt.ring().start(),
                        end(attempt),
                        claimed.ringEnd() || isAnswered(attempt) ? attempt.ringTime() : "?",
                        claimed.ringOutcome() ? outcome(call, attempt) : isAnswered(attempt),
                        attempt.talk(),
                        attempt.transferIn(),
                        attempt.transferOut()))
        .sorted()
        .toList();
  }

  /** Without the end of the call, not every exchange can say that the caller gave up. */
  private static AttemptOutcome outcome(Call call, Attempt attempt) {
    return call.outcome() == CallOutcome.UNFINISHED
            && attempt.outcome() == AttemptOutcome.CALLER_GAVE_UP
        ? AttemptOutcome.NO_ANSWER
        : attempt.outcome();
  }

  /** Some report the end of a ring that was answered only when the talk is over. */
  private @Nullable Object end(Attempt attempt) {
    return claimed.ringEnd() && !isAnswered(attempt) ? attempt.ring().end() : "?";
  }

  private List<String> firstRings(Call call) {
    Map<String, List<Attempt>> byManager = new LinkedHashMap<>();
    for (Attempt attempt : call.attempts()) {
      byManager
          .computeIfAbsent(String.valueOf(attempt.ring().manager()), name -> new ArrayList<>())
          .add(attempt);
    }
    return byManager.entrySet().stream()
        .map(
            rings ->
                "%s start %s, end %s, %s"
                    .formatted(
                        rings.getKey(),
                        rings.getValue().get(0).ring().start(),
                        firstEnd(rings.getValue(), call.endedAt()),
                        rings.getValue().stream().anyMatch(ClaimedFigures::isAnswered)))
        .sorted()
        .toList();
  }

  /** The simulated exchange lets an unreachable phone ring on after the call now and then. */
  private Object firstEnd(List<Attempt> rings, @Nullable Instant endOfCall) {
    Instant ended = rings.get(0).ring().end();
    Instant end =
        ended != null && endOfCall != null && ended.isAfter(endOfCall) ? endOfCall : ended;
    boolean isClaimed = claimed.ringEnd() && rings.stream().noneMatch(ClaimedFigures::isAnswered);
    return isClaimed && end != null ? end : "?";
  }

  private static boolean isAnswered(Attempt attempt) {
    return attempt.outcome() == AttemptOutcome.ANSWERED;
  }
}
