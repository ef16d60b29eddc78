package calltally.ingest.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class CountersTest {

  private final Counters counters = new Counters();

  @Test
  void every_known_series_starts_at_zero() {
    assertThat(counters.text())
        .contains("calltally_requests_total 0.0\n")
        .contains("calltally_stored_total 0.0\n")
        .contains("calltally_duplicate_total 0.0\n")
        .contains("calltally_spooled_total 0.0\n")
        .contains("calltally_replayed_total 0.0\n")
        .doesNotContain("calltally_token_requests_total{");
    for (String status : new String[] {"408", "413", "415", "422"}) {
      assertThat(counters.text())
          .contains("calltally_rejected_total{status=\"%s\"} 0.0\n".formatted(status));
    }
    for (RefusalReason reason : RefusalReason.values()) {
      assertThat(counters.text())
          .contains("calltally_refused_total{reason=\"%s\"} 0.0\n".formatted(reason.label()));
    }
  }

  @Test
  void each_end_of_a_request_has_its_own_counter() {
    counters.received();
    counters.stored();
    counters.duplicate();
    counters.duplicate();
    counters.spooled();
    counters.replayed(500);
    counters.replayed(0);
    counters.rejected(422);
    counters.refused(RefusalReason.RATE);
    counters.letIn("main", "0123abcd");

    assertThat(counters.text())
        .contains("calltally_requests_total 1.0\n")
        .contains("calltally_stored_total 1.0\n")
        .contains("calltally_duplicate_total 2.0\n")
        .contains("calltally_spooled_total 1.0\n")
        .contains("calltally_replayed_total 500.0\n")
        .contains("calltally_rejected_total{status=\"422\"} 1.0\n")
        .contains("calltally_rejected_total{status=\"413\"} 0.0\n")
        .contains("calltally_refused_total{reason=\"rate\"} 1.0\n")
        .contains("calltally_token_requests_total{source=\"main\",token=\"0123abcd\"} 1.0\n");
  }

  @Test
  void a_statement_falls_into_the_buckets_of_its_rows_and_its_duration() {
    counters.flushed(5, Duration.ofMillis(10));
    counters.flushed(6, Duration.ofMillis(11));
    counters.flushed(501, Duration.ofSeconds(6));

    assertThat(counters.text())
        .contains("calltally_flush_rows_bucket{le=\"2.0\"} 0\n")
        .contains("calltally_flush_rows_bucket{le=\"5.0\"} 1\n")
        .contains("calltally_flush_rows_bucket{le=\"10.0\"} 2\n")
        .contains("calltally_flush_rows_bucket{le=\"500.0\"} 2\n")
        .contains("calltally_flush_rows_bucket{le=\"+Inf\"} 3\n")
        .contains("calltally_flush_rows_sum 512.0\n")
        .contains("calltally_flush_seconds_bucket{le=\"0.005\"} 0\n")
        .contains("calltally_flush_seconds_bucket{le=\"0.01\"} 1\n")
        .contains("calltally_flush_seconds_bucket{le=\"0.02\"} 2\n")
        .contains("calltally_flush_seconds_bucket{le=\"5.0\"} 2\n");
  }

  @Test
  void a_gauge_is_computed_on_each_scrape_and_absent_while_unknown() {
    AtomicReference<OptionalDouble> value = new AtomicReference<>(OptionalDouble.empty());
    counters.gauge("spool_depth", "Bytes.", value::get);

    assertThat(counters.text()).doesNotContain("\ncalltally_spool_depth ");
    value.set(OptionalDouble.of(7));
    assertThat(counters.text())
        .contains("# HELP calltally_spool_depth Bytes.\n")
        .contains("\ncalltally_spool_depth 7.0\n");
  }

  @Test
  void a_gauge_by_source_has_a_series_for_each_and_escapes_names() {
    counters.gaugeBy("source", "lag_seconds", "Lag.", () -> Map.of("main", 1.5, "a\"b\\\n", 2.0));

    assertThat(counters.text())
        .contains("calltally_lag_seconds{source=\"main\"} 1.5\n")
        .contains("calltally_lag_seconds{source=\"a\\\"b\\\\\\n\"} 2.0\n");
  }
}
