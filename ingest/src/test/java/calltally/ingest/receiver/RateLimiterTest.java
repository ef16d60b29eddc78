package calltally.ingest.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.ingest.testing.SettableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RateLimiterTest {

  private final SettableClock clock = new SettableClock("2026-11-20T06:00:00Z");
  private final RateLimiter rateLimiter = new RateLimiter(2000, clock);

  @Test
  void a_source_may_not_exceed_its_rate_until_time_passes() {
    assertThat(allowed("main", 2001)).isEqualTo(2000);

    clock.goForward(Duration.ofMillis(1));

    assertThat(allowed("main", 10)).isEqualTo(2);
  }

  @Test
  void requests_unused_in_a_second_expire() {
    clock.goForward(Duration.ofHours(1));

    assertThat(allowed("main", 10_000)).isEqualTo(2000);
  }

  @Test
  void every_source_has_its_own_rate() {
    assertThat(allowed("main", 3000)).isEqualTo(2000);
    assertThat(allowed("other", 3000)).isEqualTo(2000);
  }

  @Test
  void a_clock_set_back_blocks_nobody() {
    assertThat(allowed("main", 2000)).isEqualTo(2000);

    clock.goForward(Duration.ofDays(-1));
    assertThat(allowed("main", 1)).isZero();
    clock.goForward(Duration.ofSeconds(1));

    assertThat(allowed("main", 3000)).isEqualTo(2000);
  }

  private long allowed(String source, int requests) {
    return IntStream.range(0, requests).filter(request -> rateLimiter.allow(source)).count();
  }
}
