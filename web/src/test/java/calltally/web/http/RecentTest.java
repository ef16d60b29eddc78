package calltally.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long an answer of the database is kept. */
final class RecentTest {

  private final Instant start = Instant.parse("2026-11-20T12:00:00Z");
  private final Recent<String, Integer> recent = new Recent<>();
  private int selected;

  @Test
  void an_answer_is_kept_for_5_seconds() {
    assertThat(at(start)).hasValue(1);
    assertThat(at(start.plusMillis(4999))).hasValue(1);
    assertThat(at(start.plusMillis(5000))).hasValue(2);
  }

  @Test
  void an_answer_from_a_clock_that_was_ahead_is_not_kept() {
    at(start.plusSeconds(3600));

    assertThat(at(start)).hasValue(2);
  }

  @Test
  void a_forgotten_answer_is_asked_for_again() {
    at(start);
    recent.forget("asked");

    assertThat(at(start)).hasValue(2);
  }

  private Optional<Integer> at(Instant now) {
    return recent.get("asked", now, () -> Optional.of(++selected));
  }
}
