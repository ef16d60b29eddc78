package calltally.reporting.call.fold;

import static calltally.reporting.call.fold.CallNotifications.firstKnown;
import static calltally.reporting.call.fold.CallNotifications.lastKnown;

import calltally.reporting.call.fold.Call.Voicemail;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds the notifications of one call into the call and its attempts, by sections 3 to 5 of the
 * definitions. A pure function of the set of notifications: order and repetition change nothing.
 * Takes time n log n at most.
 */
public final class CallFold {

  /** Between neighbours of one call; whatever lies further apart used its id again. */
  private static final Duration LONGEST_GAP = Duration.ofHours(12);

  private final SourceRules rules;
  private final CallNotifications notifications;
  private final List<CallNotification> callEvents;
  private final Direction direction;
  private final ZonedDateTime localStart;
  private final DirectoryOnDate directory;
  private final CallVerdict outcome;
  private final boolean ringsUnknown;
  private final @Nullable String line;
  private final @Nullable String customer;
  private final @Nullable Instant answeredAt;
  private final @Nullable Instant endedAt;

  private CallFold(SourceRules rules, CallNotifications notifications, CallNotification first) {
    this.rules = rules;
    this.notifications = notifications;
    this.callEvents = notifications.callEvents();
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
    this.ringsUnknown =
        !notifications.of(Event.RINGS_UNKNOWN).isEmpty() && !notifications.hasMembers();
    this.line = line();
    this.customer = customer();
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
    return notifications.callEvents().stream()
        .findFirst()
        .map(first -> new CallFold(rules, notifications, first).call(pbxId, arrived.tooMany()));
  }

  private Call call(String pbxId, boolean tooMany) {
    List<Ring> rings = isIncoming() ? rings() : List.of();
    List<Answer> answers = answers(rings);
    List<Attempt> classified = isIncoming() ? classified(rings, answers) : List.of();
    MissedReason reason = missedReason(classified);
    String managerNumber = managerNumber(answers, classified);
    String manager = directory.managerName(managerNumber);
    List<TalkTurn> turns = turns(answers, manager);
    boolean gap = notifications.haveGapOver(LONGEST_GAP);
    CallTimes times = gap ? times().unknown() : times();
    List<Attempt> attempts = TalkShares.divide(classified, turns, times.talkTime());
    return new Call(
        pbxId,
        direction,
        localStart,
        answeredAt,
        endedAt,
        line,
        customer,
        managerNumber,
        outcome.outcome(),
        reason,
        reason != null && reason.maybeShort(ringsUnknown) && isShort(times.waitTime()),
        times.waitTime(),
        times.talkTime(),
        reportedDuration(),
        lastKnown(notifications.at(CallPhase.CALL_END), this::recording),
        voicemail(),
        tags(),
        rules.workingHours().cover(line, localStart.toLocalDateTime()),
        directory.isManager(customer),
        isComplete(rings),
        anomalies(times.negative(), gap, tooMany),
        attempts,
        gap ? List.of() : engagements(manager, attempts, times, turns),
        directory);
  }

  private List<Answer> answers(List<Ring> rings) {
    return isIncoming() ? Answers.of(notifications, rings, line, directory) : List.of();
  }

  private List<TalkTurn> turns(List<Answer> answers, @Nullable String manager) {
    return isIncoming() && isAnswered() ? TalkTurn.of(answers, manager, endedAt) : List.of();
  }

  private List<Attempt> classified(List<Ring> rings, List<Answer> answers) {
    return ringsUnknown
        ? List.of()
        : ClassifyRings.classify(outcome.outcome(), rings, answers, endedAt, rules.fairRing());
  }

  private CallTimes times() {
    CallTimes times =
        CallTimes.of(outcome.outcome(), startReceived(), answeredAt, endedAt, reportedDuration());
    return notifications.of(Event.WAIT_UNKNOWN).isEmpty() ? times : times.withoutWait();
  }

  private @Nullable Instant startReceived() {
    return notifications.has(CallPhase.CALL_START) ? localStart.toInstant() : null;
  }

  private List<Engagement> engagements(
      @Nullable String manager, List<Attempt> attempts, CallTimes times, List<TalkTurn> turns) {
    Engagements engagements = new Engagements();
    engagements.addRings(attempts);
    if (times.talkTime() != null) {
      engagements.addTalk(turns, endedAt);
    }
    if (!isIncoming()) {
      engagements.add(manager, localStart.toInstant(), endedAt);
    }
    if (directory.isManager(customer)) {
      engagements.add(directory.managerName(customer), answeredAt, endedAt);
      engagements.add(manager, answeredAt, endedAt);
    }
    return engagements.joined();
  }

  private boolean isAnswered() {
    return outcome.outcome() == CallOutcome.ANSWERED;
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
    return firstKnown(callEvents, CallNotification::caller);
  }

  private @Nullable String customer() {
    return isIncoming() ? caller() : firstKnown(callEvents, CallNotification::receiver);
  }

  private List<Ring> rings() {
    if (notifications.hasMembers()) {
      return Rings.of(notifications, directory);
    }
    if (ringsUnknown) {
      return List.of();
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
    if (answeredAt != null || isAnswered()) {
      status = "answer";
    } else if (endedBusy()) {
      status = "busy";
    }
    return new Ring(number, directory.managerName(number), startReceived(), endedAt, status, true);
  }

  private boolean endedBusy() {
    return notifications.lastCallEnd().filter(end -> "busy".equals(end.status())).isPresent();
  }

  private @Nullable MissedReason missedReason(List<Attempt> attempts) {
    if (!isIncoming() || outcome.outcome() != CallOutcome.MISSED) {
      return null;
    }
    return ringsUnknown
        ? MissedReason.withoutRings(endedBusy())
        : MissedReason.of(attempts, endedBusy());
  }

  private @Nullable String managerNumber(List<Answer> answers, List<Attempt> attempts) {
    if (!isIncoming()) {
      String caller = caller();
      return directory.isOnlyLine(caller) ? null : caller;
    }
    if (!isAnswered()) {
      return null;
    }
    String answeredBy = answers.isEmpty() ? null : answers.get(0).number();
    if (answeredBy == null && ringsUnknown) {
      return firstKnown(notifications.of(Event.RINGS_UNKNOWN), CallNotification::receiver);
    }
    return answeredBy != null
        ? answeredBy
        : attempts.stream()
            .filter(Attempt::isAnswered)
            .findFirst()
            .map(attempt -> attempt.ring().number())
            .orElse(null);
  }

  private @Nullable BigDecimal reportedDuration() {
    return notifications.lastCallEnd().map(CallNotification::duration).orElse(null);
  }

  private boolean isShort(@Nullable Duration waitTime) {
    return waitTime != null && Milliseconds.of(waitTime).compareTo(rules.shortCallLimit()) < 0;
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

  private List<Anomaly> anomalies(boolean negativeTime, boolean gap, boolean tooMany) {
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
    if (gap) {
      anomalies.add(Anomaly.LONG_GAP);
    }
    if (ringsUnknown) {
      anomalies.add(Anomaly.RINGS_UNKNOWN);
    }
    if (tooMany) {
      anomalies.add(Anomaly.TOO_MANY_NOTIFICATIONS);
    }
    return List.copyOf(anomalies);
  }
}
