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
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Counters since the start, for monitoring.
 *
 * <p>Every request is counted on arrival and again when it ends, so that at rest <code>requests =
 * stored + duplicate + spooled + rejected + refused</code>; and <code>spooled = replayed + what is
 * left in the spool</code> for a spool that was empty at the start.
 */
public final class Counters {

  /** The content type of {@link #text()}. */
  public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final double[] ROWS = {1, 2, 5, 10, 20, 50, 100, 200, 500};
  private static final double[] SECONDS = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5};

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter requests = counter("requests", "Requests received.");
  private final Counter stored = counter("stored", "Notifications stored directly in the journal.");
  private final Counter duplicate = counter("duplicate", "Deliveries of known notifications.");
  private final Counter spooled = counter("spooled", "Deliveries written to the spool.");
  private final Counter replayed = counter("replayed", "Deliveries replayed from the spool.");
  private final Counter rejected =
      counter("rejected", "Requests of a source that are no notifications.", "status");
  private final Counter refused =
      counter("refused", "Requests refused without storing anything.", "reason");
  private final Counter tokens =
      counter("token_requests", "Requests by fingerprint of their token.", "source", "token");
  private final Counter taskFailures =
      counter("task_failures", "Failed attempts of a background task.", "task");
  private final Histogram flushRows =
      Histogram.builder()
          .name("calltally_flush_rows")
          .help("Deliveries and rejected requests written per statement.")
          .classicOnly()
          .classicUpperBounds(ROWS)
          .register(registry);
  private final Histogram flushSeconds =
      Histogram.builder()
          .name("calltally_flush_seconds")
          .help("Duration of such a statement.")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .register(registry);

  /** Creates counters at zero, including those with known labels. */
  public Counters() {
    Stream.of(RefusalReason.values()).forEach(reason -> refused.initLabelValues(reason.label()));
    List.of("408", "413", "415", "422").forEach(rejected::initLabelValues);
  }

  /** Counts a request on arrival. */
  public void received() {
    requests.inc();
  }

  /** Counts a request whose token has the fingerprint. */
  public void letIn(String source, String fingerprint) {
    tokens.labelValues(source, fingerprint).inc();
  }

  /** Counts a request that ended with its notification stored. */
  public void stored() {
    stored.inc();
  }

  /** Counts a request that ended as a duplicate. */
  public void duplicate() {
    duplicate.inc();
  }

  /** Counts a request that ended in the spool. */
  public void spooled() {
    spooled.inc();
  }

  /** Counts a request of a source that ended as rejected, with this status. */
  public void rejected(int status) {
    rejected.labelValues(String.valueOf(status)).inc();
  }

  /** Counts a request that ended with nothing stored. */
  public void refused(RefusalReason reason) {
    refused.labelValues(reason.label()).inc();
  }

  /** Requests refused because their token, address or signature was wrong. */
  public long securityEvents() {
    return Stream.of(RefusalReason.UNKNOWN, RefusalReason.ADDRESS, RefusalReason.SIGNATURE)
        .mapToLong(reason -> (long) refused.labelValues(reason.label()).get())
        .sum();
  }

  /** Counts deliveries that left the spool, with any result. */
  public void replayed(long deliveries) {
    replayed.inc(deliveries);
  }

  /** Counts a failed attempt of a task. */
  public void taskFailed(String task) {
    taskFailures.labelValues(task).inc();
  }

  /** Records a statement that wrote that many rows. */
  public void flushed(int rows, Duration duration) {
    flushRows.observe(rows);
    flushSeconds.observe(duration.toNanos() / 1e9);
  }

  /**
   * Adds a value that is computed on each scrape.
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

  /**
   * Adds a value for each value of a label, computed on each scrape.
   *
   * @param name in lower case, with its unit
   */
  public void gaugeBy(
      String label, String name, String help, Supplier<Map<String, Double>> values) {
    GaugeWithCallback.builder()
        .name("calltally_" + name)
        .help(help)
        .labelNames(label)
        .callback(gauge -> values.get().forEach((which, value) -> gauge.call(value, which)))
        .register(registry);
  }

  /**
   * Adds a counter; what it returns counts one with these values of the labels.
   *
   * @param name in lower case, in the plural
   */
  public Consumer<String[]> counted(String name, String help, String... labels) {
    Counter counter = counter(name, help, labels);
    return values -> counter.labelValues(values).inc();
  }

  /**
   * Adds a counter by a label, at zero for each of its values, so that a rise from none is seen.
   *
   * @param name in lower case, in the plural
   */
  public Consumer<String> countedBy(String label, List<String> values, String name, String help) {
    Counter counter = counter(name, help, label);
    values.forEach(counter::initLabelValues);
    return value -> counter.labelValues(value).inc();
  }

  /**
   * Adds durations; what it returns records one.
   *
   * @param name in lower case, with its unit: {@code page_seconds}
   */
  public BiConsumer<String, Duration> timed(String name, String help, String label) {
    Histogram histogram =
        Histogram.builder()
            .name("calltally_" + name)
            .help(help)
            .labelNames(label)
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);
    return (value, duration) -> histogram.labelValues(value).observe(duration.toNanos() / 1e9);
  }

  /** All values in the Prometheus text format. */
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
