package calltally.reporting.call.fold;

import static calltally.reporting.call.fold.CallNotifications.firstKnown;
import static calltally.reporting.call.fold.CallNotifications.lastKnown;

import calltally.reporting.call.fold.Call.Voicemail;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds the notifications of one call into the call and its attempts, by sections 3 to 5 of the
 * definitions. A pure function of the set of notifications: order and repetition change nothing.
 * Takes time n log n at most.
 */
public final class CallFold {

  private final SourceRules rules;
  private final CallNotifications notifications;
  private final Direction direction;
  private final ZonedDateTime localStart;
  private final DirectoryOnDate directory;
  private final CallVerdict outcome;
  private final @Nullable String line;
  private final @Nullable Instant answeredAt;
  private final @Nullable Instant endedAt;

  private CallFold(SourceRules rules, CallNotifications notifications, CallNotification first) {
    this.rules = rules;
    this.notifications = notifications;
    this.direction =
        first.event().direction() == Direction.OUTGOING ? Direction.OUTGOING : Direction.INCOMING;
    this.localStart =
        notifications.at(CallPhase.CALL_START).stream()
            .findFirst()
            .orElse(first)
            .time()
            .atZone(rules.zone());
    this.directory = new DirectoryOnDate(rules.directory(), localStart.toLocalDate());
    this.outcome = CallVerdict.of(notifications);
    this.line = line();
    this.answeredAt = firstKnown(notifications.at(CallPhase.ANSWER), CallNotification::time);
    this.endedAt = lastKnown(notifications.at(CallPhase.CALL_END), CallNotification::time);
  }

  /**
   * Returns the call that the notifications describe.
   *
   * @param arrived in any order, repeated or not; at most as many as a call may have
   * @return empty when none of them is a call event
   */
  public static Optional<Call> fold(SourceRules rules, String pbxId, NotificationsOfCall arrived) {
    CallNotifications notifications = CallNotifications.of(arrived.all());
    return notifications
        .firstCallEvent()
        .map(first -> new CallFold(rules, notifications, first).call(pbxId, arrived.tooMany()));
  }

  private Call call(String pbxId, boolean tooMany) {
    List<Ring> rings = isIncoming() ? rings() : List.of();
    List<Answer> answers = answers(rings);
    List<Attempt> attempts =
        isIncoming()
            ? ClassifyRings.classify(outcome.outcome(), rings, answers, endedAt)
            : List.of();
    MissedReason reason = missedReason(attempts);
    String customer = customer();
    Duration waitTime = waitTime();
    Duration talkTime = talkTime();
    return new Call(
        pbxId,
        direction,
        localStart,
        answeredAt,
        endedAt,
        line,
        customer,
        managerNumber(answers, attempts),
        outcome.outcome(),
        reason,
        reason != null && isShort(waitTime),
        notNegative(waitTime),
        notNegative(talkTime),
        reportedDuration(),
        lastKnown(notifications.at(CallPhase.CALL_END), this::recording),
        voicemail(),
        tags(),
        rules.workingHours().cover(line, localStart.toLocalDateTime()),
        directory.isManager(customer),
        isComplete(rings),
        anomalies(isNegative(waitTime) || isNegative(talkTime), tooMany),
        attempts,
        directory);
  }

  private boolean isIncoming() {
    return direction == Direction.INCOMING;
  }

  private @Nullable String line() {
    if (isIncoming()) {
      String dialled =
          firstKnown(notifications.at(CallPhase.CALL_START), CallNotification::receiver);
      return dialled != null
          ? dialled
          : lastKnown(notifications.at(CallPhase.CALL_END), CallNotification::receiver);
    }
    String caller = caller();
    return directory.isOnlyLine(caller) ? caller : null;
  }

  private @Nullable String caller() {
    return firstKnown(notifications.all(), CallNotification::caller);
  }

  private @Nullable String customer() {
    return isIncoming() ? caller() : firstKnown(notifications.all(), CallNotification::receiver);
  }

  private List<Ring> rings() {
    if (notifications.hasMembers()) {
      return Rings.of(notifications, directory);
    }
    String number = firstAnswerReceiver();
    if (number == null && directory.isManager(line)) {
      number = line;
    }
    return number == null || outcome.outcome() == CallOutcome.UNFINISHED
        ? List.of()
        : List.of(impliedRing(number));
  }

  private @Nullable String firstAnswerReceiver() {
    List<CallNotification> all = notifications.at(CallPhase.ANSWER);
    return all.isEmpty() ? null : all.get(0).receiver();
  }

  private Ring impliedRing(String number) {
    String status = "noanswer";
    if (answeredAt != null || outcome.outcome() == CallOutcome.ANSWERED) {
      status = "answer";
    } else if (endedBusy()) {
      status = "busy";
    }
    return new Ring(
        number, directory.managerName(number), localStart.toInstant(), endedAt, status, true);
  }

  private boolean endedBusy() {
    return notifications.lastCallEnd().filter(end -> "busy".equals(end.status())).isPresent();
  }

  private List<Answer> answers(List<Ring> rings) {
    RingsByTime byTime = new RingsByTime(rings);
    boolean othersRang = rings.stream().anyMatch(ring -> !Objects.equals(line, ring.number()));
    return notifications.at(CallPhase.ANSWER).stream()
        .map(
            answer ->
                othersRang && namesOnlyTheLine(answer)
                    ? Answer.onlyTimed(answer, byTime)
                    : Answer.by(answer, byTime, directory))
        .toList();
  }

  private boolean namesOnlyTheLine(CallNotification answer) {
    String receiver = answer.receiver();
    return receiver != null && receiver.equals(line) && !directory.isManager(receiver);
  }

  private @Nullable MissedReason missedReason(List<Attempt> attempts) {
    return isIncoming() && outcome.outcome() == CallOutcome.MISSED
        ? MissedReason.of(attempts, endedBusy())
        : null;
  }

  private @Nullable String managerNumber(List<Answer> answers, List<Attempt> attempts) {
    if (!isIncoming()) {
      String caller = caller();
      return directory.isOnlyLine(caller) ? null : caller;
    }
    if (outcome.outcome() != CallOutcome.ANSWERED) {
      return null;
    }
    String answeredBy = answers.isEmpty() ? null : answers.get(0).number();
    return answeredBy != null
        ? answeredBy
        : attempts.stream()
            .filter(Attempt::isAnswered)
            .findFirst()
            .map(attempt -> attempt.ring().number())
            .orElse(null);
  }

  private @Nullable Duration waitTime() {
    return switch (outcome.outcome()) {
      case ANSWERED -> between(localStart.toInstant(), answeredAt);
      case MISSED -> between(localStart.toInstant(), endedAt);
      case UNFINISHED -> null;
    };
  }

  private @Nullable Duration talkTime() {
    if (outcome.outcome() != CallOutcome.ANSWERED) {
      return null;
    }
    return answeredAt != null ? between(answeredAt, endedAt) : seconds(reportedDuration());
  }

  private @Nullable BigDecimal reportedDuration() {
    return notifications.lastCallEnd().map(CallNotification::duration).orElse(null);
  }

  private boolean isShort(@Nullable Duration waitTime) {
    return waitTime != null
        && !waitTime.isNegative()
        && Milliseconds.of(waitTime).compareTo(rules.shortCallLimit()) < 0;
  }

  private @Nullable Voicemail voicemail() {
    List<CallNotification> messages = notifications.of(Event.VOICEMAIL);
    return messages.isEmpty() ? null : new Voicemail(lastKnown(messages, this::recording));
  }

  private @Nullable String recording(CallNotification notification) {
    return rules.recordingHosts().allowed(notification.audioPath());
  }

  private @Nullable List<String> tags() {
    TagList last = lastKnown(notifications.of(Event.TAGS), CallNotification::tags);
    return last == null ? null : last.tags();
  }

  private boolean isComplete(List<Ring> rings) {
    return notifications.has(CallPhase.CALL_START)
        && endedAt != null
        && rings.stream()
            .allMatch(ring -> ring.implied() || (ring.start() != null && ring.end() != null));
  }

  private List<Anomaly> anomalies(boolean negativeTime, boolean tooMany) {
    EnumSet<Anomaly> anomalies = EnumSet.noneOf(Anomaly.class);
    if (!notifications.has(CallPhase.CALL_START)) {
      anomalies.add(Anomaly.START_MISSING);
    }
    if (notifications.hasBothDirections()) {
      anomalies.add(Anomaly.MIXED_DIRECTION);
    }
    if (outcome.contradicted()) {
      anomalies.add(Anomaly.CONTRADICTION);
    }
    if (negativeTime) {
      anomalies.add(Anomaly.NEGATIVE_TIME);
    }
    if (tooMany) {
      anomalies.add(Anomaly.TOO_MANY_NOTIFICATIONS);
    }
    return List.copyOf(anomalies);
  }

  private static @Nullable Duration between(Instant from, @Nullable Instant to) {
    return to == null ? null : Duration.between(from, to);
  }

  private static @Nullable Duration seconds(@Nullable BigDecimal seconds) {
    return seconds == null
        ? null
        : Duration.ofMillis(
            seconds.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  private static boolean isNegative(@Nullable Duration time) {
    return time != null && time.isNegative();
  }

  private static @Nullable Duration notNegative(@Nullable Duration time) {
    return isNegative(time) ? null : time;
  }
}
