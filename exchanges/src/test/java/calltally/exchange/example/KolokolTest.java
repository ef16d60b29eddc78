package calltally.exchange.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Notification;
import calltally.exchange.NotificationReader;
import calltally.exchange.Rejection;
import calltally.exchange.Reply;
import calltally.exchange.Secrets;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KolokolTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:01Z");
  private static final Kolokol KOLOKOL = new Kolokol();
  private static final Secrets SECRETS = new Secrets(List.of(), Map.of("key", "test-key"));
  private static final String RING =
      "{\"type\":\"ring\",\"uuid\":\"k1\",\"ts\":1795154400.250,\"from\":\"80291112233\","
          + "\"to\":\"+375290000002\",\"dir\":\"in\",\"key\":\"test-key\"}";

  @Test
  void a_request_is_taken_with_the_key_of_the_source_in_its_body() {
    assertThat(isTaken(RING, null)).isTrue();
    assertThat(isTaken(RING.replace("test-key", "test-kez"), null)).isFalse();
    assertThat(isTaken(RING.replace("\"key\"", "\"lock\""), null)).isFalse();
    assertThat(isTaken(RING.replace("\"key\"", "\"lock\""), "key=test-key")).isFalse();
    assertThat(isTaken("{\"key\":\"test-key\"", null)).isFalse();
  }

  @Test
  void without_a_secret_every_request_is_taken() {
    assertThat(KOLOKOL.requiresProof(Secrets.NONE)).isFalse();
    assertThat(KOLOKOL.authenticate(request(RING, null), Secrets.NONE, NOW)).isPresent();
  }

  @Test
  void the_key_is_not_kept() {
    NotifyRequest request = request(RING, "key=test-key");

    assertThat(KOLOKOL.fields(request).values())
        .containsOnlyKeys("type", "uuid", "ts", "from", "to", "dir");
    assertThat(KOLOKOL.masked(request).body().content().text(UTF_8))
        .endsWith("\"key\":\"***\"}")
        .doesNotContain("test-key");
    assertThat(KOLOKOL.masked(request).query()).isEqualTo("key=***");
  }

  @Test
  void time_and_numbers_of_a_call_are_read() {
    Notification ring = (Notification) read(RING);

    assertThat(ring.event()).isEqualTo("ring");
    assertThat(ring.pbxId()).isEqualTo("k1");
    assertThat(ring.occurredAt()).isEqualTo("2026-11-20T06:00:00.250Z");
    assertThat(ring.caller()).isEqualTo("+375291112233");
    assertThat(ring.receiver()).isNull();
  }

  @Test
  void what_breaks_a_rule_names_its_field() {
    assertThat(read(RING.replace("\"type\"", "\"kind\"")))
        .isEqualTo(new Rejection("type", "a message must have a type"));
    assertThat(read(RING.replace("\"uuid\"", "\"id\"")))
        .isEqualTo(new Rejection("uuid", "a call must have a uuid"));
    assertThat(read(RING.replace("1795154400.250", "\"today\"")))
        .isEqualTo(new Rejection("ts", "the time must be in seconds since 1970"));
    assertThat(read(RING.replace("\"in\"", "\"up\"")))
        .isEqualTo(new Rejection("dir", "the direction must be in, out or int"));
  }

  @ParameterizedTest
  @CsvSource({"in, 80291112233", "out, +375290000002", "int,", "up, 80291112233 +375290000002"})
  void the_outside_party_has_a_number(String direction, @Nullable String numbers) {
    String message = RING.replace("\"in\"", "\"" + direction + "\"");

    assertThat(String.join(" ", KOLOKOL.numbers(KOLOKOL.fields(request(message, null)))))
        .isEqualTo(Optional.ofNullable(numbers).orElse(""));
  }

  @ParameterizedTest
  @CsvSource({
    "busy, busy",
    "reject, busy",
    "timeout, noanswer",
    "gone, cancel",
    "absent, unavailable",
    "melted, other",
    "ok,"
  })
  void a_cause_has_a_status_unless_it_ended_a_talk(String cause, @Nullable String status) {
    String message =
        RING.replace("\"ring\"", "\"hang\"").replace("}", ",\"cause\":\"" + cause + "\"}");

    assertThat(KolokolMessage.read(KOLOKOL.fields(request(message, null))).failure())
        .isEqualTo(Optional.ofNullable(status));
  }

  @Test
  void it_hears_ok() {
    assertThat(KOLOKOL.reply(request(RING, null))).isEqualTo(new Reply(200, "text/plain", "OK"));
  }

  private static Object read(String json) {
    return new NotificationReader(KOLOKOL, ZoneId.of("Europe/Minsk"), "BY")
        .read(request(json, null), NOW);
  }

  private static boolean isTaken(String json, @Nullable String query) {
    return KOLOKOL.authenticate(request(json, query), SECRETS, NOW).isPresent();
  }

  private static NotifyRequest request(String json, @Nullable String query) {
    return NotifyRequest.kept(
        RequestMethod.POST, query, "application/json", Bytes.of(json.getBytes(UTF_8)));
  }
}
