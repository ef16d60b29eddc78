package calltally.reporting.call;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The data quality of each day, as section 9 defines it. */
record ExpectedFeed(
    RandomFeed feed, List<ExpectedCall> calls, TestDirectory directory, ZoneId zone) {

  private static final BigDecimal LEAST_LIMIT = BigDecimal.valueOf(7200);
  private static final BigDecimal LONG = BigDecimal.valueOf(2400);
  private static final List<String> KNOWN_EVENTS =
      List.of("voicemail", "tags", "rating", "speech", "summary", "sms", "test");

  private record Gap(Instant start, Instant end) {

    BigDecimal seconds() {
      return Objects.requireNonNull(ExpectedText.seconds(start, end));
    }
  }

  private static final Comparator<Gap> LONGEST =
      Comparator.comparing(Gap::seconds).thenComparing(Gap::start, Comparator.reverseOrder());

  /** The rows of analytics.data_quality, without the source. */
  List<String> dataQuality() {
    Set<LocalDate> all = new TreeSet<>(days());
    feed.deliveries().forEach(received -> all.add(received.date(zone)));
    feed.rejections().forEach(request -> all.add(LocalDate.ofInstant(request, zone)));
    return all.stream().map(this::dataQuality).sorted().toList();
  }

  private String dataQuality(LocalDate date) {
    Gap longest = days().contains(date) ? longest(gaps(date, null)) : null;
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
        count(date, call -> call.anomalies().contains("mixed_direction")),
        count(date, call -> call.anomalies().contains("contradiction")),
        count(date, call -> call.anomalies().contains("negative_time")),
        count(date, call -> call.anomalies().contains("long_gap")),
        count(date, call -> call.anomalies().contains("too_many_notifications")),
        longest == null ? null : longest.seconds(),
        ExpectedText.rate(complete, all));
  }

  /** What the refresh stores about the silence of each day. */
  List<String> silences() {
    return days().stream().map(this::silence).sorted().toList();
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

  private String silence(LocalDate date) {
    List<Gap> gaps = gaps(date, null);
    Gap longest = longest(gaps);
    List<BigDecimal> seconds = gaps.stream().map(Gap::seconds).sorted().toList();
    List<BigDecimal> shortOnes = seconds.stream().filter(s -> s.compareTo(LONG) <= 0).toList();
    return ExpectedText.row(
        date,
        longest == null ? null : longest.start(),
        longest == null ? null : longest.end(),
        gaps.size(),
        shortOnes.isEmpty() ? null : shortOnes.get(shortOnes.size() - 1),
        seconds.stream()
            .filter(s -> s.compareTo(LONG) > 0)
            .map(s -> s.stripTrailingZeros().toPlainString())
            .toList());
  }

  private static @Nullable Gap longest(List<Gap> gaps) {
    return gaps.stream().max(LONGEST).orElse(null);
  }

  private Stream<Instant> times() {
    return notifications().stream()
        .map(received -> received.content().time())
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull);
  }

  /** The gaps up to an instant; without one, up to the shift ends followed by a delivery. */
  private List<Gap> gaps(LocalDate date, @Nullable Instant knownUntil) {
    List<Gap> gaps = new ArrayList<>();
    for (TestDirectory.Span shift : directory.spans(date, zone)) {
      if (knownUntil != null && !shift.start().isBefore(knownUntil)) {
        continue;
      }
      boolean cut = knownUntil != null && knownUntil.isBefore(shift.end());
      Instant end = cut ? knownUntil : shift.end();
      List<Instant> marks = new ArrayList<>();
      marks.add(shift.start());
      times().filter(t -> !t.isBefore(shift.start()) && t.isBefore(end)).forEach(marks::add);
      if (knownUntil != null || times().anyMatch(time -> !time.isBefore(end))) {
        marks.add(end);
      }
      Collections.sort(marks);
      for (int i = 1; i < marks.size(); i++) {
        gaps.add(new Gap(marks.get(i - 1), marks.get(i)));
      }
    }
    return gaps;
  }

  /** The rows of analytics.feed_quality. */
  List<String> feed(LocalDate from, LocalDate until, Instant at) {
    Map<LocalDate, List<Gap>> gaps = gapsOfKnownDays();
    return from.datesUntil(until).map(date -> feed(date, at, limit(date, gaps))).sorted().toList();
  }

  private Map<LocalDate, List<Gap>> gapsOfKnownDays() {
    Map<LocalDate, List<Gap>> gaps = new HashMap<>();
    for (LocalDate date : days()) {
      gaps.put(date, gaps(date, null));
    }
    return gaps;
  }

  private String feed(LocalDate date, Instant at, BigDecimal limit) {
    boolean works = !directory.spans(date, zone).isEmpty();
    boolean begun = directory.spans(date, zone).stream().anyMatch(s -> s.start().isBefore(at));
    long all = count(date, call -> true);
    long complete = count(date, ExpectedCall::isComplete);
    Gap longest = longest(gaps(date, at));
    long received = notifications(date).size() + duplicates(date) + rejected(date);
    return ExpectedText.row(
        date,
        works,
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
        longest != null && longest.seconds().compareTo(limit) > 0,
        begun && received == 0);
  }

  private static BigDecimal limit(LocalDate date, Map<LocalDate, List<Gap>> gaps) {
    List<BigDecimal> seconds = new ArrayList<>();
    for (LocalDate day = date.minusDays(28); day.isBefore(date); day = day.plusDays(1)) {
      gaps.getOrDefault(day, List.of()).forEach(gap -> seconds.add(gap.seconds()));
    }
    if (seconds.isEmpty()) {
      return LEAST_LIMIT;
    }
    Collections.sort(seconds);
    BigDecimal rank = new BigDecimal("0.95").multiply(BigDecimal.valueOf(seconds.size() - 1));
    int below = rank.intValue();
    BigDecimal low = seconds.get(below);
    BigDecimal high = seconds.get(Math.min(below + 1, seconds.size() - 1));
    BigDecimal part = rank.subtract(BigDecimal.valueOf(below));
    BigDecimal percentile = low.add(part.multiply(high.subtract(low)));
    return LEAST_LIMIT.max(percentile.multiply(BigDecimal.valueOf(3)));
  }
}
