package calltally.reporting.call;

import calltally.reporting.call.fold.CallNotification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Calls and figures computed a second time, from the definitions alone: in memory, with loops,
 * without any code of the refresh.
 */
final class ExpectedRows {

  private final RandomFeed feed;
  private final TestDirectory directory;
  private final ZoneId zone;
  private final List<ExpectedCall> calls = new ArrayList<>();

  ExpectedRows(RandomFeed feed, TestDirectory directory, ZoneId zone) {
    this.feed = feed;
    this.directory = directory;
    this.zone = zone;
    Map<String, List<CallNotification>> byCall = new LinkedHashMap<>();
    for (ReceivedNotification received : feed.deliveries()) {
      ReceivedNotification.Content content = received.content();
      if (content.pbxId() != null && content.notification() != null) {
        byCall
            .computeIfAbsent(content.pbxId(), call -> new ArrayList<>())
            .add(content.notification());
      }
    }
    byCall.forEach(
        (pbxId, notifications) -> {
          ExpectedCall call = new ExpectedCall(pbxId, notifications, directory, zone);
          if (call.isKnown()) {
            calls.add(call);
          }
        });
  }

  List<String> calls() {
    return sorted(calls.stream().map(this::row));
  }

  private String row(ExpectedCall call) {
    LocalDate date = call.date();
    return ExpectedText.row(
        call.pbxId(),
        call.isIncoming() ? "incoming" : "outgoing",
        call.startedAt(),
        call.answeredAt(),
        call.endedAt(),
        call.line(),
        directory.lineName(call.line(), date),
        directory.lineDepartment(call.line(), date),
        call.customer(),
        call.manager(),
        directory.manager(call.manager(), date),
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
        ExpectedLine.hour(call),
        date,
        call.localStart().getHour(),
        directory.isWorking(call.line(), call.localStart()),
        call.isInternal(),
        call.isComplete(),
        call.anomalies());
  }

  List<String> attempts() {
    List<String> rows = new ArrayList<>();
    List<ExpectedEngagement> engagements = ExpectedEngagement.of(calls);
    for (ExpectedCall call : calls) {
      int number = 0;
      for (ExpectedAttempt attempt : call.attempts()) {
        number++;
        rows.add(row(number, attempt, engagements));
      }
    }
    return sorted(rows.stream());
  }

  private String row(int number, ExpectedAttempt attempt, List<ExpectedEngagement> engagements) {
    ExpectedRing ring = attempt.ring();
    LocalDate date = attempt.call().date();
    return ExpectedText.row(
        attempt.call().pbxId(),
        number,
        ring.number(),
        directory.manager(ring.number(), date),
        directory.managerDepartment(ring.number(), date),
        ring.start(),
        ring.end(),
        attempt.outcome(),
        attempt.seconds(),
        ring.implied(),
        ExpectedEngagement.isInCall(attempt, engagements),
        ExpectedTalk.of(attempt),
        date);
  }

  List<String> missedCalls(Instant judgedAt) {
    return sorted(
        ExpectedMissedCall.at(judgedAt, calls).stream()
            .map(
                missed ->
                    ExpectedText.row(
                        missed.call().pbxId(),
                        missed.call().customer(),
                        missed.call().line(),
                        missed.missedAt(),
                        missed.missedReason(),
                        missed.state(judgedAt),
                        missed.secondsToCallback(judgedAt),
                        missed.secondsToContact(judgedAt),
                        missed.calledBackBy(judgedAt),
                        missed.presumed(),
                        missed.call().date(),
                        directory.lineName(missed.call().line(), missed.call().date()),
                        directory.lineDepartment(missed.call().line(), missed.call().date()),
                        missed.cameBackOnLine(judgedAt))));
  }

  List<String> hourlyLines() {
    return sorted(
        groups(call -> ExpectedText.row(ExpectedLine.hour(call), call.line())).stream()
            .map(group -> new ExpectedLine(group).row(ExpectedLine.hour(group.get(0)))));
  }

  List<String> hourlyUnansweredOutgoing() {
    return sorted(
        groups(call -> ExpectedText.row(ExpectedLine.hour(call), call.line())).stream()
            .map(
                group ->
                    ExpectedText.row(
                        ExpectedLine.hour(group.get(0)),
                        group.get(0).line(),
                        new ExpectedLine(group).count(c -> !c.isIncoming() && c.isMissed()))));
  }

  List<String> dailyLines() {
    return sorted(
        groups(call -> ExpectedText.row(call.date(), call.line())).stream()
            .map(group -> new ExpectedLine(group).row(group.get(0).date())));
  }

  private Collection<List<ExpectedCall>> groups(Function<ExpectedCall, String> key) {
    return calls.stream()
        .filter(call -> !call.isInternal())
        .collect(Collectors.groupingBy(key))
        .values();
  }

  List<String> dailyManagers() {
    List<ExpectedMissedCall> missed = ExpectedMissedCall.lasting(calls);
    List<ExpectedEngagement> engagements = ExpectedEngagement.of(calls);
    return sorted(
        groups(call -> call.date().toString()).stream()
            .flatMap(
                day ->
                    new ExpectedManagers(day, directory, missed, engagements)
                        .of(null).stream().map(manager -> manager.row(day.get(0).date()))));
  }

  /** The figures of some of the calls. */
  ExpectedPeriod period(LocalDate from, LocalDate until) {
    return new ExpectedPeriod(calls, directory, from, until);
  }

  /** An instant at which a threshold lies, give or take a millisecond. */
  Instant threshold(Random random) {
    ExpectedCall call = calls.get(random.nextInt(calls.size()));
    Instant moment =
        switch (random.nextInt(3)) {
          case 0 -> call.startedAt();
          case 1 -> ExpectedMissedCall.reachedAt(call);
          default -> call.endedAt() == null ? call.startedAt() : call.endedAt();
        };
    Duration later =
        switch (random.nextInt(5)) {
          case 0 -> Duration.ofSeconds(5);
          case 1 -> Duration.ofHours(4);
          case 2 -> Duration.ofDays(7);
          case 3 -> Duration.ofSeconds(random.nextInt(90));
          default -> Duration.ZERO;
        };
    return moment.plus(later).plusMillis(random.nextInt(3) - 1);
  }

  /** The deliveries of each day. */
  ExpectedFeed feed() {
    return new ExpectedFeed(feed, calls, directory, zone);
  }

  private static List<String> sorted(Stream<String> rows) {
    return rows.sorted().toList();
  }
}
