package calltally.ingest.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What happened since the start, for monitoring.
 *
 * <p>Every request is counted when it comes and once more by its end, so that at rest <code>
 * requests = stored + duplicate + spooled + rejected + refused</code>; and <code>
 * spooled = replayed + what is left in the spool</code> for a spool that was empty at the start.
 */
public final class Counters {

  /** The content type of {@link #text()}. */
  public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final double[] ROWS = {1, 2, 5, 10, 20, 50, 100, 200, 500};
  private static final double[] SECONDS = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5};

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter requests = counter("requests", "Requests that came.");
  private final Counter stored = counter("stored", "Notifications stored in the journal at once.");
  private final Counter duplicate = counter("duplicate", "Deliveries of what was stored before.");
  private final Counter spooled = counter("spooled", "Deliveries kept in the spool.");
  private final Counter replayed = counter("replayed", "Deliveries that have left the spool.");
  private final Counter rejected =
      counter("rejected", "Requests of a source that could not become notifications.", "status");
  private final Counter refused =
      counter("refused", "Requests of which nothing was stored.", "reason");
  private final Counter tokens =
      counter("token_requests", "Requests by the token's fingerprint.", "source", "token");
  private final Histogram flushRows =
      Histogram.builder()
          .name("calltally_flush_rows")
          .help("Deliveries and rejected requests written by one statement.")
          .classicOnly()
          .classicUpperBounds(ROWS)
          .register(registry);
  private final Histogram flushSeconds =
      Histogram.builder()
          .name("calltally_flush_seconds")
          .help("Time that such a statement took.")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .register(registry);

  /** Counters at zero, those with known labels included. */
  public Counters() {
    Stream.of(RefusalReason.values()).forEach(reason -> refused.initLabelValues(reason.label()));
    List.of("408", "413", "415", "422").forEach(rejected::initLabelValues);
  }

  /** A request came. */
  public void received() {
    requests.inc();
  }

  /** A request was let in by the token with the fingerprint. */
  public void letIn(String source, String fingerprint) {
    tokens.labelValues(source, fingerprint).inc();
  }

  /** A request ended: its notification was stored. */
  public void stored() {
    stored.inc();
  }

  /** A request ended: its notification was there before. */
  public void duplicate() {
    duplicate.inc();
  }

  /** A request ended: its delivery was kept in the spool. */
  public void spooled() {
    spooled.inc();
  }

  /** A request of a source ended: it could not become a notification, and was answered so. */
  public void rejected(int status) {
    rejected.labelValues(String.valueOf(status)).inc();
  }

  /** A request ended: nothing of it was stored. */
  public void refused(RefusalReason reason) {
    refused.labelValues(reason.label()).inc();
  }

  /** So many deliveries left the spool, whatever became of them. */
  public void replayed(long deliveries) {
    replayed.inc(deliveries);
  }

  /** A statement wrote so many deliveries and rejected requests. */
  public void flushed(int rows, Duration duration) {
    flushRows.observe(rows);
    flushSeconds.observe(duration.toNanos() / 1e9);
  }

  /**
   * Adds a value that is looked up when somebody asks.
   *
   * @param name in lower case, with its unit, such as {@code spool_depth}
   */
  public void gauge(String name, String help, Supplier<OptionalDouble> value) {
    GaugeWithCallback.builder()
        .name("calltally_" + name)
        .help(help)
        .callback(gauge -> value.get().ifPresent(gauge::call))
        .register(registry);
  }

  /** Adds a value of each source, by its name, that is looked up when somebody asks. */
  public void gaugeBySource(String name, String help, Supplier<Map<String, Double>> values) {
    GaugeWithCallback.builder()
        .name("calltally_" + name)
        .help(help)
        .labelNames("source")
        .callback(gauge -> values.get().forEach((source, value) -> gauge.call(value, source)))
        .register(registry);
  }

  /** All values in the text format of Prometheus. */
  public String text() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  private Counter counter(String name, String help, String... labels) {
    return Counter.builder()
        .name("calltally_" + name)
        .help(help)
        .labelNames(labels)
        .register(registry);
  }
}
