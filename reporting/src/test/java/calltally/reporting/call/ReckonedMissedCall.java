package calltally.reporting.call;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A missed call and what became of it, as section 8 defines it. */
record ReckonedMissedCall(ReckonedCall call, List<ReckonedCall> all) {

  static final Comparator<ReckonedCall> FIRST =
      Comparator.comparing(ReckonedCall::startedAt)
          .thenComparing(ReckonedCall::pbxId, ReckonedOrder::bytewise);

  static List<ReckonedMissedCall> of(List<ReckonedCall> all) {
    return all.stream()
        .filter(call -> call.missedReason() != null && !call.isInternal())
        .map(call -> new ReckonedMissedCall(call, all))
        .toList();
  }

  Instant missedAt() {
    Instant end = call.endedAt();
    return end == null ? call.startedAt() : end;
  }

  private Instant until() {
    return missedAt().plus(Duration.ofDays(7));
  }

  /** The customer's calls after it, within the window and up to an instant, the first one first. */
  private List<ReckonedCall> later(Instant judgedAt) {
    return all.stream()
        .filter(later -> call.customer() != null)
        .filter(later -> Objects.equals(later.customer(), call.customer()))
        .filter(later -> !later.isInternal())
        .filter(later -> later.startedAt().isAfter(missedAt()))
        .filter(later -> !later.startedAt().isAfter(judgedAt))
        .filter(later -> !later.startedAt().isAfter(until()))
        .sorted(FIRST)
        .toList();
  }

  @Nullable ReckonedCall firstTry(Instant judgedAt) {
    return later(judgedAt).stream().filter(later -> !later.isIncoming()).findFirst().orElse(null);
  }

  /** Calls placed to the customer after it. */
  long tries(Instant judgedAt) {
    return later(judgedAt).stream().filter(later -> !later.isIncoming()).count();
  }

  @Nullable ReckonedCall contact(Instant judgedAt) {
    return later(judgedAt).stream().filter(ReckonedCall::isAnswered).findFirst().orElse(null);
  }

  /** A call to a customer who was waiting for it and did not get through to him. */
  boolean isTriedBy(ReckonedCall tried) {
    ReckonedCall contact = contact(Instant.MAX);
    return !tried.isIncoming()
        && !tried.isAnswered()
        && later(Instant.MAX).contains(tried)
        && (contact == null || FIRST.compare(tried, contact) < 0);
  }

  String state(Instant judgedAt) {
    ReckonedCall contact = contact(judgedAt);
    if (call.customer() == null) {
      return "withheld";
    }
    if (contact != null) {
      return contact.isIncoming() ? "came_back" : "returned";
    }
    if (judgedAt.isAfter(until())) {
      return "expired";
    }
    return firstTry(judgedAt) == null ? "outstanding" : "tried";
  }

  @Nullable BigDecimal secondsToCallback(Instant judgedAt) {
    ReckonedCall first = firstTry(judgedAt);
    return first == null ? null : ReckonedText.seconds(missedAt(), first.startedAt());
  }

  @Nullable BigDecimal secondsToContact(Instant judgedAt) {
    ReckonedCall contact = contact(judgedAt);
    if (contact == null) {
      return null;
    }
    Instant answer = contact.answeredAt();
    return ReckonedText.seconds(missedAt(), answer == null ? contact.startedAt() : answer);
  }

  @Nullable String calledBackBy(Instant judgedAt) {
    ReckonedCall contact = contact(judgedAt);
    ReckonedCall first = contact != null && !contact.isIncoming() ? contact : firstTry(judgedAt);
    return first == null ? null : first.staff().manager(first.manager(), first.date());
  }
}
