package calltally.reporting.call;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The data quality of each day, as section 9 defines it. */
record ExpectedFeed(
    RandomFeed feed, List<ExpectedCall> calls, TestDirectory directory, ZoneId zone) {

  private static final BigDecimal LONG = BigDecimal.valueOf(2400);
  private static final List<String> KNOWN_EVENTS =
      List.of("voicemail", "tags", "rating", "speech", "summary", "sms", "test");

  /** The rows of analytics.data_quality, without the source. */
  List<String> dataQuality() {
    Set<LocalDate> all = new TreeSet<>(days());
    feed.deliveries().forEach(received -> all.add(received.date(zone)));
    feed.rejections().forEach(request -> all.add(LocalDate.ofInstant(request, zone)));
    Set<LocalDate> known = days();
    ExpectedSilence silence = silence();
    return all.stream()
        .map(date -> dataQuality(date, known.contains(date) ? silence.longestWithin(date) : null))
        .sorted()
        .toList();
  }

  private String dataQuality(LocalDate date, ExpectedSilence.@Nullable Gap longest) {
    long all = count(date, call -> true);
    long complete = count(date, ExpectedCall::isComplete);
    return ExpectedText.row(
        date,
        notifications(date).size(),
        duplicates(date),
        rejected(date),
        notifications(date).stream().filter(ExpectedFeed::isUnknown).count(),
        notifications(date).stream().filter(ReceivedNotification::isLate).count(),
        all,
        complete,
        count(date, call -> call.outcome().equals("unfinished")),
        count(date, ExpectedCall::isInternal),
        count(date, call -> call.anomalies().contains("start_missing")),
        rings(date, ring -> ring.start() == null),
        rings(date, ring -> ring.end() == null),
        remarked(date, "time_without_offset"),
        remarked(date, "clock_ahead"),
        remarked(date, "unknown_status"),
        remarked(date, "unreadable_duration"),
        remarked(date, "rounded_number"),
        remarked(date, "recording_refused"),
        remarked(date, "time_of_receipt"),
        count(date, call -> call.anomalies().contains("mixed_direction")),
        count(date, call -> call.anomalies().contains("contradiction")),
        count(date, call -> call.anomalies().contains("negative_time")),
        count(date, call -> call.anomalies().contains("long_gap")),
        count(date, call -> call.anomalies().contains("too_many_notifications")),
        count(date, call -> call.anomalies().contains("rings_unknown")),
        count(date, ExpectedFeed::isWaitUnknown),
        longest == null ? null : longest.seconds(),
        ExpectedText.rate(complete, all));
  }

  private static boolean isWaitUnknown(ExpectedCall call) {
    return call.isIncoming() && !call.outcome().equals("unfinished") && call.waiting() == null;
  }

  /** What the refresh stores about the silence of each day. */
  List<String> silences() {
    ExpectedSilence silence = silence();
    return days().stream().map(date -> silence(date, silence)).sorted().toList();
  }

  /** The days with a notification or call. */
  private Set<LocalDate> days() {
    Set<LocalDate> days = new TreeSet<>();
    calls.forEach(call -> days.add(call.date()));
    notifications().forEach(received -> days.add(received.date(zone)));
    return days;
  }

  /** The first delivery of each notification. */
  private Collection<ReceivedNotification> notifications() {
    Map<ReceivedNotification.Content, ReceivedNotification> firsts = new LinkedHashMap<>();
    feed.deliveries().forEach(received -> firsts.putIfAbsent(received.content(), received));
    return firsts.values();
  }

  private List<ReceivedNotification> notifications(LocalDate date) {
    return notifications().stream().filter(d -> d.date(zone).equals(date)).toList();
  }

  private long duplicates(LocalDate date) {
    Set<ReceivedNotification.Content> known = new HashSet<>();
    return feed.deliveries().stream()
        .filter(received -> !known.add(received.content()))
        .filter(received -> received.date(zone).equals(date))
        .count();
  }

  private long rejected(LocalDate date) {
    return feed.rejections().stream()
        .filter(request -> LocalDate.ofInstant(request, zone).equals(date))
        .count();
  }

  private long remarked(LocalDate date, String remark) {
    return notifications(date).stream().filter(d -> d.remarks().contains(remark)).count();
  }

  private static boolean isUnknown(ReceivedNotification received) {
    String event = received.content().event();
    return !event.matches("(incoming|outgoing)_call_(start|answer|end)")
        && !event.matches("incoming_call_(start|end)_chain_member_call")
        && !KNOWN_EVENTS.contains(event);
  }

  private long count(LocalDate date, Predicate<ExpectedCall> which) {
    return calls.stream().filter(call -> call.date().equals(date) && which.test(call)).count();
  }

  private long rings(LocalDate date, Predicate<ExpectedRing> which) {
    return calls.stream()
        .filter(call -> call.date().equals(date))
        .flatMap(call -> call.attempts().stream())
        .map(ExpectedAttempt::ring)
        .filter(ring -> !ring.implied() && which.test(ring))
        .count();
  }

  private static String silence(LocalDate date, ExpectedSilence silence) {
    ExpectedSilence.Gap longest = silence.longestWithin(date);
    List<BigDecimal> gaps = silence.betweenCalls(date);
    List<BigDecimal> shortOnes = gaps.stream().filter(s -> s.compareTo(LONG) <= 0).toList();
    return ExpectedText.row(
        date,
        longest == null ? null : longest.start(),
        longest == null ? null : longest.end(),
        gaps.size(),
        shortOnes.isEmpty() ? null : shortOnes.get(shortOnes.size() - 1),
        gaps.stream()
            .filter(s -> s.compareTo(LONG) > 0)
            .map(s -> s.stripTrailingZeros().toPlainString())
            .toList());
  }

  private ExpectedSilence silence() {
    return new ExpectedSilence(
        times().collect(Collectors.toSet()),
        calls.stream().map(ExpectedCall::startedAt).toList(),
        directory,
        zone);
  }

  private Stream<Instant> times() {
    return notifications().stream()
        .map(received -> received.content().time())
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull);
  }

  /** The rows of analytics.feed_quality. */
  List<String> feed(LocalDate from, LocalDate until, Instant at) {
    ExpectedSilence silence = silence();
    Set<LocalDate> known = days();
    return from.datesUntil(until)
        .map(date -> feed(date, silence.longestTouching(date, at), silence.limit(date, known)))
        .sorted()
        .toList();
  }

  private String feed(LocalDate date, ExpectedSilence.@Nullable Gap longest, BigDecimal limit) {
    long all = count(date, call -> true);
    long complete = count(date, ExpectedCall::isComplete);
    boolean silent = longest != null && longest.seconds().compareTo(limit) > 0;
    long received = notifications(date).size() + duplicates(date) + rejected(date);
    return ExpectedText.row(
        date,
        !directory.spans(date, zone).isEmpty(),
        notifications(date).size(),
        duplicates(date),
        rejected(date),
        all,
        complete,
        ExpectedText.rate(complete, all),
        longest == null ? null : longest.seconds(),
        longest == null ? null : longest.start(),
        longest == null ? null : longest.end(),
        limit,
        complete * 100 < all * 95,
        silent,
        silent && received == 0);
  }
}
