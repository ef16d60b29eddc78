package calltally.ingest.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.exchange.Rejection;
import calltally.ingest.spool.SpoolSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small parts of the receiver: answers, tokens in paths, deadlines, memory and settings. */
final class HttpReplyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "time  | must be ISO 8601 | {\"error\":\"must be ISO 8601\",\"field\":\"time\"}",
        "      | must be JSON     | {\"error\":\"must be JSON\",\"field\":null}",
        "a\"b\\| not \"this\"     | {\"error\":\"not \\\"this\\\"\",\"field\":\"a\\\"b\\\\\"}",
      })
  void a_rejection_is_answered_as_json(@Nullable String field, String rule, String json) {
    HttpReply reply = HttpReply.rejected(422, new Rejection(field, rule));

    assertThat(reply.text()).isEqualTo(json);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.type()).isEqualTo("application/json");
  }

  @Test
  void control_characters_are_escaped_in_an_answer() {
    assertThat(HttpReply.rejected(422, new Rejection("a\r\n", "\0")).text())
        .isEqualTo("{\"error\":\"\\u0000\",\"field\":\"a\\r\\n\"}");
  }

  @Test
  void a_sender_learns_when_to_try_again() {
    assertThat(HttpReply.UNAVAILABLE.headers()).containsEntry("Retry-After", "5");
    assertThat(HttpReply.STOPPING.headers())
        .containsEntry("Retry-After", "5")
        .containsEntry("Connection", "close");
    assertThat(HttpReply.STOPPING.text()).isEqualTo(HttpReply.UNAVAILABLE.text());
    assertThat(HttpReply.DATABASE_AWAY.headers()).containsEntry("Retry-After", "5");
    assertThat(HttpReply.TOO_MANY.headers()).containsEntry("Retry-After", "1");
    assertThat(HttpReply.FAILED.headers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/notify/abc, abc",
    "/notify/a+b, a+b",
    "/notify/a%2Bb, a+b",
    "/notify/%D0%B6, \u0436",
    "/notify/a/b, a/b",
    "/notify/%zz, ''",
    "/notify/%, ''",
    "/notify/, ''",
    "/notify, ''",
    "/Notify/abc, ''",
    "/health, ''",
    ", ''",
  })
  void the_token_is_the_rest_of_the_path(@Nullable String path, String token) {
    assertThat(HttpMessages.token(path)).isEqualTo(token);
  }

  @Test
  void memory_for_bodies_is_never_exceeded_and_can_be_given_back() {
    BodyMemory memory = new BodyMemory(1000);

    assertThat(IntStream.range(0, 2000).parallel().filter(body -> memory.take("one", 1)).count())
        .isEqualTo(750);
    memory.giveBack("one", 10);
    assertThat(memory.take("one", 11)).isFalse();
    assertThat(memory.take("one", 10)).isTrue();
    assertThat(memory.take("one", 1)).isFalse();
    assertThat(memory.take("one", 0)).isTrue();
  }

  @Test
  void memory_for_bodies_is_never_used_up_by_other_sources() {
    BodyMemory memory = new BodyMemory(1000);
    while (memory.take("one", 1) || memory.take("two", 1)) {}

    assertThat(memory.take("small", 40)).isTrue();
    assertThat(memory.take("two", 1)).isFalse();
    memory.giveBack("one", 400);

    assertThat(memory.take("two", 100)).isTrue();
  }

  @Test
  void the_time_for_an_answer_is_never_negative() {
    long now = System.nanoTime();

    assertThat(RequestDeadline.since(now - Duration.ofMinutes(1).toNanos()).timeLeft()).isZero();
    assertThat(RequestDeadline.since(now).timeLeft()).isLessThanOrEqualTo(Duration.ofMillis(1400));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2000,",
    "65535, 2000,",
    "65536, 2000, its port must be from 0 to 65535 (was 65536)",
    "-1, 2000, its port must be from 0 to 65535 (was -1)",
    "80, 1999, requests per second must be at least 2000 (was 1999)",
  })
  void settings_out_of_bounds_are_refused(int port, int perSecond, @Nullable String rule) {
    if (rule == null) {
      assertThat(settings(port, perSecond).port()).isEqualTo(port);
    } else {
      assertThatThrownBy(() -> settings(port, perSecond))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("cannot set up the receiver: " + rule);
    }
  }

  private static ReceiverSettings settings(int port, int perSecond) {
    SpoolSettings spool = new SpoolSettings(Path.of("spool"), 1 << 20);
    return new ReceiverSettings(
        "127.0.0.1", port, perSecond, List.of(), List.of(), spool, List.of());
  }
}
