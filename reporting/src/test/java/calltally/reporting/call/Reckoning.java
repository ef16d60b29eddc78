package calltally.reporting.call;

import calltally.reporting.call.fold.Notification;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Calls and figures reckoned once more, from the definitions alone: in memory, with loops, without
 * any code of the refresh.
 */
final class Reckoning {

  private final RandomFeed feed;
  private final Staff staff;
  private final ZoneId zone;
  private final List<ReckonedCall> calls = new ArrayList<>();

  Reckoning(RandomFeed feed, Staff staff, ZoneId zone) {
    this.feed = feed;
    this.staff = staff;
    this.zone = zone;
    Map<String, List<Notification>> byCall = new LinkedHashMap<>();
    for (Delivery delivery : feed.deliveries()) {
      Delivery.Content content = delivery.content();
      if (content.pbxId() != null && content.notification() != null) {
        byCall
            .computeIfAbsent(content.pbxId(), call -> new ArrayList<>())
            .add(content.notification());
      }
    }
    byCall.forEach(
        (pbxId, notifications) -> {
          ReckonedCall call = new ReckonedCall(pbxId, notifications, staff, zone);
          if (call.isKnown()) {
            calls.add(call);
          }
        });
  }

  List<String> calls() {
    return sorted(calls.stream().map(this::row));
  }

  private String row(ReckonedCall call) {
    LocalDate date = call.date();
    return ReckonedText.row(
        call.pbxId(),
        call.isIncoming() ? "incoming" : "outgoing",
        call.startedAt(),
        call.answeredAt(),
        call.endedAt(),
        call.line(),
        staff.lineName(call.line(), date),
        staff.lineDepartment(call.line(), date),
        call.customer(),
        call.manager(),
        staff.manager(call.manager(), date),
        call.outcome(),
        call.missedReason(),
        call.isShort(),
        call.waiting(),
        call.talk(),
        call.reportedDuration(),
        call.attempts().size(),
        call.recording(),
        call.hasVoicemail(),
        call.voicemail(),
        call.tags(),
        ReckonedLine.hour(call),
        date,
        call.localStart().getHour(),
        staff.isWorking(call.line(), call.localStart()),
        call.isInternal(),
        call.isComplete(),
        call.anomalies());
  }

  List<String> attempts() {
    List<String> rows = new ArrayList<>();
    for (ReckonedCall call : calls) {
      int number = 0;
      for (ReckonedAttempt attempt : call.attempts()) {
        number++;
        rows.add(row(number, attempt));
      }
    }
    return sorted(rows.stream());
  }

  private String row(int number, ReckonedAttempt attempt) {
    ReckonedRing ring = attempt.ring();
    LocalDate date = attempt.call().date();
    return ReckonedText.row(
        attempt.call().pbxId(),
        number,
        ring.number(),
        staff.manager(ring.number(), date),
        staff.managerDepartment(ring.number(), date),
        ring.start(),
        ring.end(),
        attempt.outcome(),
        attempt.seconds(),
        ring.implied(),
        date);
  }

  List<String> missedCalls(Instant judgedAt) {
    return sorted(
        ReckonedMissedCall.of(calls).stream()
            .filter(missed -> !missed.missedAt().isAfter(judgedAt))
            .map(
                missed ->
                    ReckonedText.row(
                        missed.call().pbxId(),
                        missed.call().customer(),
                        missed.call().line(),
                        missed.missedAt(),
                        missed.call().missedReason(),
                        missed.state(judgedAt),
                        missed.secondsToCallback(judgedAt),
                        missed.secondsToContact(judgedAt),
                        missed.calledBackBy(judgedAt))));
  }

  List<String> hourlyLines() {
    return sorted(
        groups(call -> ReckonedText.row(ReckonedLine.hour(call), call.line())).stream()
            .map(group -> new ReckonedLine(group).row(ReckonedLine.hour(group.get(0)))));
  }

  List<String> hourlyUnansweredOutgoing() {
    return sorted(
        groups(call -> ReckonedText.row(ReckonedLine.hour(call), call.line())).stream()
            .map(
                group ->
                    ReckonedText.row(
                        ReckonedLine.hour(group.get(0)),
                        group.get(0).line(),
                        new ReckonedLine(group).count(c -> !c.isIncoming() && c.isMissed()))));
  }

  List<String> dailyLines() {
    return sorted(
        groups(call -> ReckonedText.row(call.date(), call.line())).stream()
            .map(group -> new ReckonedLine(group).row(group.get(0).date())));
  }

  private Collection<List<ReckonedCall>> groups(Function<ReckonedCall, String> key) {
    return calls.stream()
        .filter(call -> !call.isInternal())
        .collect(Collectors.groupingBy(key))
        .values();
  }

  List<String> dailyManagers() {
    List<ReckonedMissedCall> missed = ReckonedMissedCall.of(calls);
    return sorted(
        groups(call -> call.date().toString()).stream()
            .flatMap(
                day ->
                    ReckonedManager.names(day, staff).stream()
                        .map(
                            name ->
                                new ReckonedManager(name, day, staff, missed)
                                    .row(day.get(0).date()))));
  }

  /** The figures of a part of the calls. */
  ReckonedPeriod period(LocalDate from, LocalDate until) {
    return new ReckonedPeriod(calls, staff, from, until);
  }

  /** What was received each day. */
  ReckonedFeed feed() {
    return new ReckonedFeed(feed, calls, staff, zone);
  }

  private static List<String> sorted(Stream<String> rows) {
    return rows.sorted().toList();
  }
}
