package calltally.reporting.call;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A missed or presumed missed call and what followed it, as section 8 defines it.
 *
 * @param presumed whether the call had neither an answer nor an end for four hours
 */
record ExpectedMissedCall(ExpectedCall call, boolean presumed, List<ExpectedCall> all) {

  /** When everything that is known has happened. */
  static final Instant LAST_DAY = Instant.parse("2200-01-01T00:00:00Z");

  private static final Duration PRESUMED_AFTER = Duration.ofHours(4);
  private static final Duration LEAST_CONTACT = Duration.ofSeconds(5);
  private static final Duration WINDOW = Duration.ofDays(7);

  private static final Comparator<ExpectedCall> FIRST =
      Comparator.comparing(ExpectedMissedCall::reachedAt)
          .thenComparing(ExpectedCall::pbxId, ExpectedOrder::bytewise);

  /** The entries that exist at an instant. */
  static List<ExpectedMissedCall> at(Instant judgedAt, List<ExpectedCall> all) {
    List<ExpectedMissedCall> entries = new ArrayList<>();
    for (ExpectedCall call : all) {
      if (call.isIncoming() && !call.isInternal()) {
        if (isMissedAt(judgedAt, call)) {
          entries.add(new ExpectedMissedCall(call, false, all));
        } else if (isPresumedAt(judgedAt, call)) {
          entries.add(new ExpectedMissedCall(call, true, all));
        }
      }
    }
    return entries;
  }

  /** The entries when everything that is known has happened. */
  static List<ExpectedMissedCall> lasting(List<ExpectedCall> all) {
    return at(LAST_DAY, all);
  }

  private static boolean isMissedAt(Instant judgedAt, ExpectedCall call) {
    return call.isMissed() && !ExpectedText.isLater(call.endedAt(), judgedAt);
  }

  /** A caller who was served at an unknown time may have been served in time. */
  private static boolean isPresumedAt(Instant judgedAt, ExpectedCall call) {
    boolean ended = call.endedAt() != null && !call.endedAt().isAfter(judgedAt);
    boolean answered =
        call.answeredAt() == null
            ? call.isAnswered()
            : !ExpectedText.isLater(call.answeredAt(), judgedAt);
    return !ended && !answered && !call.startedAt().isAfter(judgedAt.minus(PRESUMED_AFTER));
  }

  Instant missedAt() {
    Instant end = call.endedAt();
    return presumed || end == null ? call.startedAt() : end;
  }

  @Nullable String missedReason() {
    return presumed ? null : call.missedReason();
  }

  Instant until() {
    return missedAt().plus(WINDOW);
  }

  /** A call answered before its own start reached the customer at its start. */
  static Instant reachedAt(ExpectedCall call) {
    Instant answer = call.answeredAt();
    return answer != null && answer.isAfter(call.startedAt()) ? answer : call.startedAt();
  }

  /** The customer's other calls at that time that count up to an instant, first one first. */
  List<ExpectedCall> later(Instant judgedAt) {
    return all.stream()
        .filter(later -> call.customer() != null && !later.equals(call))
        .filter(later -> Objects.equals(later.customer(), call.customer()))
        .filter(later -> !later.isInternal())
        .filter(
            later ->
                !later.startedAt().isBefore(missedAt())
                    || (later.isAnswered() && reachedAt(later).isAfter(missedAt())))
        .filter(later -> !later.startedAt().isAfter(judgedAt))
        .filter(later -> !later.startedAt().isAfter(until()))
        .sorted(FIRST)
        .toList();
  }

  private static boolean isContact(ExpectedCall later, Instant judgedAt) {
    if (!later.isAnswered()) {
      return false;
    }
    if (later.answeredAt() == null) {
      BigDecimal reported = later.reportedDuration();
      return reported == null || reported.compareTo(BigDecimal.valueOf(5)) >= 0;
    }
    Instant end = later.endedAt();
    Instant last = end != null && end.isBefore(judgedAt) ? end : judgedAt;
    return !reachedAt(later).isAfter(judgedAt)
        && Duration.between(later.answeredAt(), last).compareTo(LEAST_CONTACT) >= 0;
  }

  @Nullable ExpectedCall contact(Instant judgedAt) {
    return later(judgedAt).stream().filter(c -> isContact(c, judgedAt)).findFirst().orElse(null);
  }

  private List<ExpectedCall> outgoing(Instant judgedAt) {
    return later(judgedAt).stream().filter(later -> !later.isIncoming()).toList();
  }

  /** The calls placed to the customer that are no contact, first one first. */
  List<ExpectedCall> tries(Instant judgedAt) {
    return outgoing(judgedAt).stream().filter(call -> !isContact(call, judgedAt)).toList();
  }

  /** Whether the call placed was a try while nobody had reached the customer. */
  boolean isTriedBy(ExpectedCall tried) {
    return tries(LAST_DAY).contains(tried) && contact(tried.startedAt()) == null;
  }

  String state(Instant judgedAt) {
    ExpectedCall contact = contact(judgedAt);
    if (call.customer() == null) {
      return "withheld";
    }
    if (contact != null) {
      return contact.isIncoming() ? "came_back" : "returned";
    }
    if (judgedAt.isAfter(until())) {
      return "expired";
    }
    return outgoing(judgedAt).isEmpty() ? "outstanding" : "tried";
  }

  boolean isWaiting(Instant judgedAt) {
    return List.of("outstanding", "tried").contains(state(judgedAt));
  }

  @Nullable BigDecimal secondsToCallback(Instant judgedAt) {
    Instant first =
        outgoing(judgedAt).stream()
            .map(ExpectedCall::startedAt)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return first == null || first.isBefore(missedAt())
        ? null
        : ExpectedText.seconds(missedAt(), first);
  }

  @Nullable BigDecimal secondsToContact(Instant judgedAt) {
    ExpectedCall contact = contact(judgedAt);
    return contact == null ? null : ExpectedText.seconds(missedAt(), reachedAt(contact));
  }

  @Nullable String calledBackBy(Instant judgedAt) {
    ExpectedCall by = contact(judgedAt);
    if (by == null || by.isIncoming()) {
      by = tries(judgedAt).stream().findFirst().orElse(null);
    }
    return by == null ? null : by.directory().manager(by.manager(), by.date());
  }

  @Nullable String cameBackOnLine(Instant judgedAt) {
    ExpectedCall contact = contact(judgedAt);
    return contact != null && contact.isIncoming() ? contact.line() : null;
  }
}
