package calltally.ingest.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.ingest.metrics.RefusalReason;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SecurityEventsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");

  private final SecurityEvents events = new SecurityEvents();

  @Test
  void each_source_has_one_line_a_minute_however_many_requests_are_refused() {
    for (int n = 0; n < 1000; n++) {
      events.recordStranger();
      events.record("main", RefusalReason.SIGNATURE);
    }
    events.record("main", RefusalReason.ADDRESS);

    assertThat(events.lines(NOW))
        .containsExactly(
            "no source: refused requests that may be attacks: unknown 1000",
            "source main: refused requests that may be attacks: address 1, signature 1000");

    events.record("main", RefusalReason.ADDRESS);
    events.record("shop", RefusalReason.ADDRESS);
    assertThat(events.lines(NOW.plusSeconds(59)))
        .containsExactly("source shop: refused requests that may be attacks: address 1");
    assertThat(events.lines(NOW.plusSeconds(60)))
        .containsExactly("source main: refused requests that may be attacks: address 1");
  }

  @Test
  void without_refused_requests_there_is_no_line() {
    assertThat(events.lines(NOW)).isEmpty();
    events.recordStranger();
    assertThat(events.lines(NOW)).hasSize(1);
    assertThat(events.lines(NOW.plusSeconds(3600))).isEmpty();
  }

  @Test
  void a_clock_set_back_does_not_silence_the_log() {
    events.recordStranger();
    assertThat(events.lines(NOW)).hasSize(1);
    events.recordStranger();
    assertThat(events.lines(NOW.minusSeconds(3600))).hasSize(1);
  }
}
