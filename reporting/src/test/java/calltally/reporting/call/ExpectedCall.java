package calltally.reporting.call;

import calltally.reporting.call.fold.CallNotification;
import java.math.BigDecimal;
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

  private final String pbxId;
  private final List<CallNotification> notifications;
  private final TestDirectory directory;
  private final ZoneId zone;

  /** Cached, because each figure of each group asks for them. */
  private @Nullable List<ExpectedAttempt> attempts;

  ExpectedCall(
      String pbxId, List<CallNotification> notifications, TestDirectory directory, ZoneId zone) {
    this.pbxId = pbxId;
    this.notifications =
        notifications.stream().distinct().sorted(new ExpectedOrder(pbxId)).toList();
    this.directory = directory;
    this.zone = zone;
  }

  String pbxId() {
    return pbxId;
  }

  TestDirectory directory() {
    return directory;
  }

  boolean isKnown() {
    return notifications.stream().anyMatch(ExpectedOrder::isOfCall);
  }

  boolean isIncoming() {
    for (CallNotification notification : notifications) {
      if (ExpectedOrder.isOfCall(notification)) {
        return isIncoming(notification);
      }
    }
    throw new IllegalStateException(pbxId);
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
    return notifications.stream().filter(ExpectedOrder::isOfCall).findFirst().orElseThrow().time();
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
    return notifications.stream()
        .map(CallNotification::caller)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable String receiver() {
    return notifications.stream()
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

  /** Whether the answer gives only the time: it names the line while other phones rang. */
  boolean tellsTimeOnly(CallNotification answer) {
    String receiver = answer.receiver();
    return receiver != null
        && receiver.equals(line())
        && !directory.isManager(receiver, date())
        && members().stream().anyMatch(member -> !receiver.equals(member.receiver()));
  }

  /** The ring to which an answer that gives only the time belongs. */
  @Nullable ExpectedRing ringingAt(CallNotification answer) {
    List<ExpectedRing> ringing = new ArrayList<>();
    List<ExpectedRing> saidAnswer = new ArrayList<>();
    for (ExpectedRing ring : ExpectedRing.of(this)) {
      if (ring.isRingingAt(answer.time())) {
        ringing.add(ring);
        if (ring.hasStatus("answer")) {
          saidAnswer.add(ring);
        }
      }
    }
    if (saidAnswer.size() == 1) {
      return saidAnswer.get(0);
    }
    return ringing.size() == 1 ? ringing.get(0) : null;
  }

  @Nullable String answeredBy() {
    if (answers().isEmpty()) {
      return null;
    }
    CallNotification answer = answers().get(0);
    if (!tellsTimeOnly(answer)) {
      return answer.receiver();
    }
    ExpectedRing ring = ringingAt(answer);
    return ring == null ? null : ring.number();
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

  @Nullable BigDecimal waiting() {
    return isNegative(rawWait()) ? null : rawWait();
  }

  @Nullable BigDecimal talk() {
    return isNegative(rawTalk()) ? null : rawTalk();
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
    if (notifications.stream()
        .filter(ExpectedOrder::isOfCall)
        .anyMatch(n -> isIncoming(n) != isIncoming())) {
      anomalies.add("mixed_direction");
    }
    if (isNegative(rawWait()) || isNegative(rawTalk())) {
      anomalies.add("negative_time");
    }
    if (starts().isEmpty()) {
      anomalies.add("start_missing");
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
    for (String reason : List.of("caller_gave_up", "no_answer", "busy")) {
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
    return missedReason() != null
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
