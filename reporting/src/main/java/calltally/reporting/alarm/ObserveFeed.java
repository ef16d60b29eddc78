package calltally.reporting.alarm;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Observes whether as many calls come in as usual. */
record ObserveFeed(MonitoredSource source, RecentCalls recent, HourlyCalls history, Instant now) {

  Observation run() {
    return source.isAtWorkAt(now)
        ? FeedRule.telling(windows())
            .map(this::observation)
            .orElseGet(() -> Observation.undecided(AlarmKind.FEED_QUIET, source))
        : Observation.undecided(AlarmKind.FEED_QUIET, source);
  }

  private Observation observation(FeedWindow window) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("calls", window.calls());
    facts.put("usual", Math.round(window.hourlyMedian()));
    facts.put("minutes", window.length().toMinutes());
    return Observation.of(AlarmKind.FEED_QUIET, source, FeedRule.state(window), facts);
  }

  private List<FeedWindow> windows() {
    return FeedRule.WINDOWS.stream().map(this::window).toList();
  }

  private FeedWindow window(Duration length) {
    return new FeedWindow(
        length,
        recent.started().getOrDefault(length, 0),
        IntStream.rangeClosed(1, FeedRule.WEEKS)
            .mapToObj(weeks -> now.atZone(source.zone()).minusWeeks(weeks))
            .filter(this::isComparable)
            .map(then -> history.between(then.toInstant().minus(length), then.toInstant()))
            .toList());
  }

  /** Whether the hour was in working hours and anything was received on its day. */
  private boolean isComparable(ZonedDateTime then) {
    LocalDate date = then.toLocalDate();
    Instant start = date.atStartOfDay(source.zone()).toInstant();
    Instant end = date.plusDays(1).atStartOfDay(source.zone()).toInstant();
    return source.isAtWorkAt(then.toInstant()) && history.between(start, end) > 0;
  }
}
