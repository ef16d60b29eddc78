package calltally.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many requests a browser may make. */
final class RequestRateTest {

  private Instant now = Instant.parse("2026-11-20T12:00:00Z");
  private final RequestRate rate = new RequestRate(10, () -> now);

  @Test
  void a_browser_makes_10_requests_a_second_and_20_at_once() {
    assertThat(allowed("a")).isEqualTo(20);

    now = now.plusSeconds(1);
    assertThat(allowed("a")).isEqualTo(10);

    now = now.plusSeconds(60);
    assertThat(allowed("a")).isEqualTo(20);
  }

  @Test
  void the_requests_of_one_browser_are_not_those_of_another() {
    allowed("a");

    assertThat(allowed("b")).isEqualTo(20);
  }

  @Test
  void a_clock_set_back_forbids_nothing() {
    rate.allows("a");
    now = now.minusSeconds(3600);

    assertThat(allowed("a")).isEqualTo(19);
  }

  private long allowed(String browser) {
    return IntStream.range(0, 100).filter(request -> rate.allows(browser)).count();
  }
}
