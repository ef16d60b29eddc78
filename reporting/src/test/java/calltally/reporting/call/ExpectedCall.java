package calltally.reporting.call;

import calltally.reporting.call.fold.CallNotification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A call as section 3 defines it; every column is computed independently. */
final class ExpectedCall {

  private static final int MOST_NOTIFICATIONS = 2000;
  private static final Duration LONGEST_GAP = Duration.ofHours(12);

  private final String pbxId;
  private final List<CallNotification> notifications;
  private final List<CallNotification> ofCall;
  private final TestDirectory directory;
  private final ZoneId zone;

  private final boolean cut;

  /** Cached, because each figure of each group asks for them. */
  private @Nullable List<ExpectedRing> rings;

  private @Nullable List<ExpectedAnswer> answersOfWhom;
  private @Nullable List<ExpectedAttempt> attempts;
  private @Nullable List<ExpectedTalk> turns;

  ExpectedCall(
      String pbxId, List<CallNotification> notifications, TestDirectory directory, ZoneId zone) {
    this.pbxId = pbxId;
    List<CallNotification> all =
        notifications.stream().distinct().sorted(new ExpectedOrder(pbxId)).toList();
    this.notifications = all.subList(0, Math.min(MOST_NOTIFICATIONS, all.size()));
    this.ofCall = this.notifications.stream().filter(ExpectedOrder::isOfCall).toList();
    this.cut = all.size() > MOST_NOTIFICATIONS;
    this.directory = directory;
    this.zone = zone;
  }

  String pbxId() {
    return pbxId;
  }

  TestDirectory directory() {
    return directory;
  }

  ZoneId zone() {
    return zone;
  }

  boolean isKnown() {
    return !ofCall.isEmpty();
  }

  boolean isIncoming() {
    return isIncoming(ofCall.get(0));
  }

  private static boolean isIncoming(CallNotification notification) {
    return notification.event().name().startsWith("INCOMING");
  }

  private List<CallNotification> stage(String stage) {
    return notifications.stream().filter(n -> n.event().name().endsWith(stage)).toList();
  }

  private List<CallNotification> starts() {
    return stage("ING_CALL_START");
  }

  boolean hasStart() {
    return !starts().isEmpty();
  }

  List<CallNotification> answers() {
    return stage("ING_CALL_ANSWER");
  }

  private List<CallNotification> ends() {
    return stage("ING_CALL_END");
  }

  List<CallNotification> members() {
    return stage("_CHAIN_MEMBER_CALL");
  }

  Instant startedAt() {
    if (!starts().isEmpty()) {
      return starts().get(0).time();
    }
    return ofCall.get(0).time();
  }

  ZonedDateTime localStart() {
    return startedAt().atZone(zone);
  }

  LocalDate date() {
    return localStart().toLocalDate();
  }

  boolean isSame(@Nullable String one, @Nullable String other) {
    return directory.isSame(one, other, date());
  }

  @Nullable String line() {
    if (!isIncoming()) {
      return directory.isLineOnly(caller(), date()) ? caller() : null;
    }
    for (CallNotification start : starts()) {
      if (start.receiver() != null) {
        return start.receiver();
      }
    }
    String line = null;
    for (CallNotification end : ends()) {
      line = end.receiver() != null ? end.receiver() : line;
    }
    return line;
  }

  private @Nullable String caller() {
    return ofCall.stream()
        .map(CallNotification::caller)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable String receiver() {
    return ofCall.stream()
        .map(CallNotification::receiver)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  @Nullable String customer() {
    return isIncoming() ? caller() : receiver();
  }

  boolean isInternal() {
    return directory.isManager(customer(), date());
  }

  @Nullable Instant answeredAt() {
    return answers().isEmpty() ? null : answers().get(0).time();
  }

  /** Whether the answer gives only the time: it names nobody, or the line while others rang. */
  boolean tellsTimeOnly(CallNotification answer) {
    String receiver = answer.receiver();
    if (receiver == null) {
      return true;
    }
    return receiver.equals(line())
        && !directory.isManager(receiver, date())
        && rings().stream().anyMatch(ring -> !receiver.equals(ring.number()));
  }

  /** The rings of an incoming call, or the only one that it implies, before they are judged. */
  List<ExpectedRing> rings() {
    if (rings == null) {
      rings =
          !isIncoming()
              ? List.of()
              : members().isEmpty() ? ExpectedAttempt.onlyRing(this) : ExpectedRing.of(this);
    }
    return rings;
  }

  /** The answers, each with the phone that took the call. */
  List<ExpectedAnswer> answersOfWhom() {
    if (answersOfWhom == null) {
      answersOfWhom = ExpectedAnswer.of(this, rings());
    }
    return answersOfWhom;
  }

  /** The managers who talked, one after the other. */
  List<ExpectedTalk> turns() {
    if (turns == null) {
      turns = ExpectedTalk.turns(this);
    }
    return turns;
  }

  @Nullable String answeredBy() {
    return answers().isEmpty() ? null : answersOfWhom().get(0).number();
  }

  private @Nullable CallNotification lastEnd() {
    List<CallNotification> ends = ends();
    return ends.isEmpty() ? null : ends.get(ends.size() - 1);
  }

  @Nullable Instant endedAt() {
    CallNotification end = lastEnd();
    return end == null ? null : end.time();
  }

  @Nullable BigDecimal reportedDuration() {
    CallNotification end = lastEnd();
    return end == null ? null : end.duration();
  }

  @Nullable String verdict() {
    CallNotification end = lastEnd();
    return end == null ? null : end.status();
  }

  @Nullable String recording() {
    return lastLink(ends());
  }

  @Nullable String voicemail() {
    return lastLink(stage("VOICEMAIL"));
  }

  boolean hasVoicemail() {
    return !stage("VOICEMAIL").isEmpty();
  }

  private static @Nullable String lastLink(List<CallNotification> candidates) {
    String link = null;
    for (CallNotification candidate : candidates) {
      link = candidate.audioPath() != null ? candidate.audioPath() : link;
    }
    return link;
  }

  @Nullable List<String> tags() {
    List<String> tags = null;
    for (CallNotification notification : stage("TAGS")) {
      tags = notification.tags() != null ? notification.tags().tags() : tags;
    }
    return tags;
  }

  private boolean memberAnswered() {
    return members().stream().anyMatch(m -> "answer".equals(m.status()));
  }

  String outcome() {
    if (verdict() != null) {
      return verdict().equals("answer") ? "answered" : "missed";
    }
    if (!answers().isEmpty() || memberAnswered()) {
      return "answered";
    }
    return ends().isEmpty() ? "unfinished" : "missed";
  }

  boolean isAnswered() {
    return outcome().equals("answered");
  }

  boolean isMissed() {
    return outcome().equals("missed");
  }

  private @Nullable BigDecimal rawWait() {
    if (!hasStart()) {
      return null;
    }
    if (isAnswered()) {
      return ExpectedText.seconds(startedAt(), answeredAt());
    }
    return isMissed() ? ExpectedText.seconds(startedAt(), endedAt()) : null;
  }

  private @Nullable BigDecimal rawTalk() {
    if (!isAnswered()) {
      return null;
    }
    return answeredAt() == null
        ? reportedDuration()
        : ExpectedText.seconds(answeredAt(), endedAt());
  }

  /** Whether the id was used again: nothing of the call lasted that long. */
  private boolean hasLongGap() {
    for (int i = 1; i < ofCall.size(); i++) {
      Duration gap = Duration.between(ofCall.get(i - 1).time(), ofCall.get(i).time());
      if (gap.compareTo(LONGEST_GAP) > 0) {
        return true;
      }
    }
    return false;
  }

  @Nullable BigDecimal waiting() {
    return isNegative(rawWait()) || hasLongGap() ? null : rawWait();
  }

  @Nullable BigDecimal talk() {
    return isNegative(rawTalk()) || hasLongGap() ? null : rawTalk();
  }

  private static boolean isNegative(@Nullable BigDecimal seconds) {
    return seconds != null && seconds.signum() < 0;
  }

  /** The anomalies in alphabetical order. */
  List<String> anomalies() {
    List<String> anomalies = new ArrayList<>();
    boolean judged = verdict() != null;
    boolean deniesAnswer = judged && isMissed() && !answers().isEmpty();
    boolean inventsAnswer =
        judged && isAnswered() && answers().isEmpty() && !memberAnswered() && !members().isEmpty();
    if (deniesAnswer || inventsAnswer) {
      anomalies.add("contradiction");
    }
    if (hasLongGap()) {
      anomalies.add("long_gap");
    }
    if (ofCall.stream().anyMatch(n -> isIncoming(n) != isIncoming())) {
      anomalies.add("mixed_direction");
    }
    if (isNegative(rawWait()) || isNegative(rawTalk())) {
      anomalies.add("negative_time");
    }
    if (!hasStart()) {
      anomalies.add("start_missing");
    }
    if (cut) {
      anomalies.add("too_many_notifications");
    }
    return anomalies;
  }

  List<ExpectedAttempt> attempts() {
    if (attempts == null) {
      attempts = ExpectedAttempt.of(this);
    }
    return attempts;
  }

  @Nullable String manager() {
    if (!isIncoming()) {
      return directory.isLineOnly(caller(), date()) ? null : caller();
    }
    if (!isAnswered()) {
      return null;
    }
    if (answeredBy() != null) {
      return answeredBy();
    }
    return attempts().stream()
        .filter(attempt -> attempt.outcome().equals("answered"))
        .findFirst()
        .map(attempt -> attempt.ring().number())
        .orElse(null);
  }

  @Nullable String missedReason() {
    if (!isIncoming() || !isMissed()) {
      return null;
    }
    List<String> outcomes = attempts().stream().map(ExpectedAttempt::outcome).toList();
    if (outcomes.isEmpty()) {
      return "busy".equals(verdict()) ? "busy" : "not_offered";
    }
    for (String reason : List.of("no_answer", "caller_gave_up", "busy")) {
      if (outcomes.contains(reason)) {
        return reason;
      }
    }
    return outcomes.contains("unavailable") || outcomes.contains("other")
        ? "unavailable"
        : "unknown";
  }

  /** The default limit of {@code config.source}, written again: this is a second computation. */
  boolean isShort() {
    BigDecimal waiting = waiting();
    return List.of("caller_gave_up", "not_offered").contains(String.valueOf(missedReason()))
        && waiting != null
        && waiting.compareTo(BigDecimal.valueOf(5)) < 0;
  }

  boolean isComplete() {
    return !starts().isEmpty()
        && !ends().isEmpty()
        && attempts().stream()
            .map(ExpectedAttempt::ring)
            .allMatch(r -> r.implied() || (r.start() != null && r.end() != null));
  }
}
