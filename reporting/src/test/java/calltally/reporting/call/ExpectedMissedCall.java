package calltally.reporting.call;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A missed call and what followed it, as section 8 defines it. */
record ExpectedMissedCall(ExpectedCall call, List<ExpectedCall> all) {

  static final Comparator<ExpectedCall> FIRST =
      Comparator.comparing(ExpectedCall::startedAt)
          .thenComparing(ExpectedCall::pbxId, ExpectedOrder::bytewise);

  static List<ExpectedMissedCall> of(List<ExpectedCall> all) {
    return all.stream()
        .filter(call -> call.missedReason() != null && !call.isInternal())
        .map(call -> new ExpectedMissedCall(call, all))
        .toList();
  }

  Instant missedAt() {
    Instant end = call.endedAt();
    return end == null ? call.startedAt() : end;
  }

  private Instant until() {
    return missedAt().plus(Duration.ofDays(7));
  }

  /** The customer's later calls within the window and up to an instant, first one first. */
  private List<ExpectedCall> later(Instant judgedAt) {
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

  @Nullable ExpectedCall firstTry(Instant judgedAt) {
    return later(judgedAt).stream().filter(later -> !later.isIncoming()).findFirst().orElse(null);
  }

  /** Later calls placed to the customer. */
  long tries(Instant judgedAt) {
    return later(judgedAt).stream().filter(later -> !later.isIncoming()).count();
  }

  @Nullable ExpectedCall contact(Instant judgedAt) {
    return later(judgedAt).stream().filter(ExpectedCall::isAnswered).findFirst().orElse(null);
  }

  /** Whether the call placed was a try, before any contact, that did not reach the customer. */
  boolean isTriedBy(ExpectedCall tried) {
    ExpectedCall contact = contact(Instant.MAX);
    return !tried.isIncoming()
        && !tried.isAnswered()
        && later(Instant.MAX).contains(tried)
        && (contact == null || FIRST.compare(tried, contact) < 0);
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
    return firstTry(judgedAt) == null ? "outstanding" : "tried";
  }

  @Nullable BigDecimal secondsToCallback(Instant judgedAt) {
    ExpectedCall first = firstTry(judgedAt);
    return first == null ? null : ExpectedText.seconds(missedAt(), first.startedAt());
  }

  @Nullable BigDecimal secondsToContact(Instant judgedAt) {
    ExpectedCall contact = contact(judgedAt);
    if (contact == null) {
      return null;
    }
    Instant answer = contact.answeredAt();
    return ExpectedText.seconds(missedAt(), answer == null ? contact.startedAt() : answer);
  }

  @Nullable String calledBackBy(Instant judgedAt) {
    ExpectedCall contact = contact(judgedAt);
    ExpectedCall first = contact != null && !contact.isIncoming() ? contact : firstTry(judgedAt);
    return first == null ? null : first.directory().manager(first.manager(), first.date());
  }
}
