package calltally.ingest.receiver;

import calltally.ingest.metrics.RefusalReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requests that may be attacks, so that the log names them once a minute, however many come. */
final class SecurityEvents {

  private static final String STRANGERS = "";
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  private final Map<String, Events> bySource = new TreeMap<>();

  /** A request whose token belongs to no source. */
  void recordStranger() {
    record(STRANGERS, RefusalReason.UNKNOWN);
  }

  /** A request with the token of the source, refused for the reason. */
  synchronized void record(String source, RefusalReason reason) {
    bySource.computeIfAbsent(source, name -> new Events()).counts.merge(reason, 1L, Long::sum);
  }

  /** What the log must say now: at most one line for each source and minute. */
  synchronized List<String> lines(Instant now) {
    List<String> lines = new ArrayList<>();
    for (Entry<String, Events> events : bySource.entrySet()) {
      if (events.getValue().isDue(now)) {
        lines.add(line(events.getKey(), events.getValue().take(now)));
      }
    }
    return lines;
  }

  private static String line(String source, Map<RefusalReason, Long> counts) {
    String reasons =
        counts.entrySet().stream()
            .map(count -> count.getKey().name().toLowerCase(Locale.ROOT) + " " + count.getValue())
            .collect(Collectors.joining(", "));
    return (source.equals(STRANGERS) ? "no source" : "source " + source)
        + ": refused requests that may be attacks: "
        + reasons;
  }

  /** Those of one source since its last line. */
  private static final class Events {

    private final Map<RefusalReason, Long> counts = new EnumMap<>(RefusalReason.class);
    private @Nullable Instant lastLine;

    /** A clock that was set back does not silence the log. */
    private boolean isDue(Instant now) {
      return !counts.isEmpty()
          && (lastLine == null
              || Duration.between(lastLine, now).abs().compareTo(BETWEEN_LINES) >= 0);
    }

    private Map<RefusalReason, Long> take(Instant now) {
      Map<RefusalReason, Long> taken = new EnumMap<>(counts);
      counts.clear();
      lastLine = now;
      return taken;
    }
  }
}
