package calltally.reporting.call;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Working time without a notification, as section 9 defines it. */
final class ExpectedSilence {

  private static final BigDecimal LEAST_LIMIT = BigDecimal.valueOf(7200);
  private static final Duration HISTORY = Duration.ofDays(90);

  /** The time between two notifications, and its part that is working time. */
  record Gap(Instant start, Instant end, BigDecimal seconds) {}

  private static final Comparator<Gap> LONGEST =
      Comparator.comparing(Gap::seconds)
          .thenComparing(Gap::start, Comparator.reverseOrder())
          .thenComparing(Gap::end, Comparator.reverseOrder());

  private final TreeSet<Instant> heard;
  private final List<Instant> callStarts;
  private final TestDirectory directory;
  private final ZoneId zone;
  private final Map<LocalDate, List<TestDirectory.Span>> shifts = new HashMap<>();
  private final Map<LocalDate, List<BigDecimal>> betweenCalls = new HashMap<>();

  /**
   * Takes what was heard.
   *
   * @param heard the times of all notifications
   * @param callStarts the starts of all calls
   */
  ExpectedSilence(
      Set<Instant> heard, List<Instant> callStarts, TestDirectory directory, ZoneId zone) {
    this.heard = new TreeSet<>(heard);
    this.callStarts = callStarts.stream().sorted().toList();
    this.directory = directory;
    this.zone = zone;
  }

  /** Between the first start and the last end of a day's shifts, as far as the feed goes. */
  @Nullable Gap longestWithin(LocalDate date) {
    List<TestDirectory.Span> shifts = shifts(date);
    if (shifts.isEmpty()) {
      return null;
    }
    Instant end = shifts.get(shifts.size() - 1).end();
    return longest(within(shifts, heard.ceiling(end) == null ? null : end));
  }

  /** The longest that touches a day's working time, as seen at an instant. */
  @Nullable Gap longestTouching(LocalDate date, Instant at) {
    List<TestDirectory.Span> begun =
        shifts(date).stream().filter(shift -> shift.start().isBefore(at)).toList();
    if (begun.isEmpty()) {
      return null;
    }
    Instant start = begun.get(0).start();
    Instant end = earlier(begun.get(begun.size() - 1).end(), at);
    List<Gap> gaps = new ArrayList<>(within(begun, end));
    Instant next = heard.ceiling(start);
    gaps.add(gap(heardBefore(start, end), next == null || next.isAfter(at) ? at : next));
    Instant last = heard.lower(end);
    if (last != null && !last.isBefore(start)) {
      Instant after = heard.higher(last);
      gaps.add(gap(last, after == null || after.isAfter(at) ? at : after));
    }
    return longest(gaps);
  }

  /** A feed that never spoke before begins with its first day. */
  private Instant heardBefore(Instant start, Instant end) {
    Instant oldest = start.minus(HISTORY);
    Instant before = heard.lower(start);
    if (before != null && !before.isBefore(oldest)) {
      return before;
    }
    return heard.subSet(start, end).isEmpty() ? oldest : start;
  }

  /** Between consecutive calls within one shift of the day. */
  List<BigDecimal> betweenCalls(LocalDate date) {
    return betweenCalls.computeIfAbsent(date, this::findBetweenCalls);
  }

  private List<BigDecimal> findBetweenCalls(LocalDate date) {
    List<BigDecimal> gaps = new ArrayList<>();
    for (TestDirectory.Span shift : shifts(date)) {
      List<Instant> starts =
          callStarts.stream()
              .filter(s -> !s.isBefore(shift.start()) && s.isBefore(shift.end()))
              .toList();
      for (int i = 1; i < starts.size(); i++) {
        gaps.add(seconds(starts.get(i - 1), starts.get(i)));
      }
    }
    Collections.sort(gaps);
    return gaps;
  }

  /** What is still usual, by the 28 days before. */
  BigDecimal limit(LocalDate date, Set<LocalDate> known) {
    List<BigDecimal> gaps = new ArrayList<>();
    date.minusDays(28)
        .datesUntil(date)
        .filter(known::contains)
        .forEach(day -> gaps.addAll(betweenCalls(day)));
    if (gaps.size() < 20) {
      return directory.longestWorkingDay();
    }
    Collections.sort(gaps);
    BigDecimal rank = new BigDecimal("0.95").multiply(BigDecimal.valueOf(gaps.size() - 1));
    int below = rank.intValue();
    BigDecimal low = gaps.get(below);
    BigDecimal high = gaps.get(Math.min(below + 1, gaps.size() - 1));
    BigDecimal part = rank.subtract(BigDecimal.valueOf(below));
    BigDecimal percentile = low.add(part.multiply(high.subtract(low)));
    return LEAST_LIMIT.max(percentile.multiply(BigDecimal.valueOf(3)));
  }

  /** What is heard in a break ends the silence before it; the next shift begins a new one. */
  private List<Gap> within(List<TestDirectory.Span> shifts, @Nullable Instant end) {
    List<Instant> marks = new ArrayList<>();
    Instant breakStart = null;
    for (TestDirectory.Span shift : shifts) {
      if (breakStart == null || !heard.subSet(breakStart, shift.start()).isEmpty()) {
        marks.add(shift.start());
      }
      marks.addAll(
          heard.subSet(shift.start(), end == null ? shift.end() : earlier(shift.end(), end)));
      breakStart = shift.end();
    }
    if (end != null) {
      marks.add(end);
    }
    List<Gap> gaps = new ArrayList<>();
    for (int i = 1; i < marks.size(); i++) {
      gaps.add(gap(marks.get(i - 1), marks.get(i)));
    }
    return gaps;
  }

  private List<TestDirectory.Span> shifts(LocalDate date) {
    return shifts.computeIfAbsent(
        date,
        day ->
            directory.spans(day, zone).stream()
                .sorted(Comparator.comparing(TestDirectory.Span::start))
                .toList());
  }

  private Gap gap(Instant start, Instant end) {
    LocalDate first = LocalDate.ofInstant(start, zone).minusDays(1);
    BigDecimal worked =
        first
            .datesUntil(LocalDate.ofInstant(end, zone).plusDays(1))
            .flatMap(date -> shifts(date).stream())
            .filter(shift -> shift.start().isBefore(end) && shift.end().isAfter(start))
            .map(shift -> seconds(later(shift.start(), start), earlier(shift.end(), end)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Gap(start, end, worked);
  }

  private static @Nullable Gap longest(List<Gap> gaps) {
    return gaps.stream().max(LONGEST).orElse(null);
  }

  private static BigDecimal seconds(Instant from, Instant to) {
    return BigDecimal.valueOf(Duration.between(from, to).toMillis(), 3);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
