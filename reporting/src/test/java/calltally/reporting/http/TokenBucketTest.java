package calltally.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How many requests a host gets. */
final class TokenBucketTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final TokenBucket bucket = new TokenBucket(2, 10);

  private int taken(Instant now) {
    int taken = 0;
    while (bucket.has(1, now)) {
      bucket.take();
      taken++;
    }
    return taken;
  }

  @Test
  void a_full_bucket_is_emptied_at_once_and_filled_by_two_a_second() {
    assertThat(taken(NOON)).isEqualTo(10);
    assertThat(taken(NOON.plusMillis(499))).isZero();
    assertThat(taken(NOON.plusMillis(500))).isOne();
    assertThat(taken(NOON.plusSeconds(3))).isEqualTo(5);
    assertThat(taken(NOON.plusSeconds(3600))).isEqualTo(10);
  }

  @Test
  void a_clock_that_is_set_back_fills_nothing_and_blocks_nothing() {
    assertThat(taken(NOON)).isEqualTo(10);
    assertThat(taken(NOON.minusSeconds(60))).isZero();
    assertThat(taken(NOON.minusSeconds(59))).isEqualTo(2);
  }

  @Test
  void a_pause_ends_at_its_instant() {
    bucket.pause(NOON.plusSeconds(60));

    assertThat(bucket.has(1, NOON.plusMillis(59_999))).isFalse();
    assertThat(bucket.has(10, NOON.plusSeconds(60))).isTrue();
    assertThat(bucket.has(11, NOON.plusSeconds(60))).isFalse();
  }
}
