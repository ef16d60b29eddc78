package calltally.exchange.itoolabs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Notification;
import calltally.exchange.Receipt;
import calltally.exchange.Remark;
import calltally.exchange.Reply;
import calltally.exchange.Secrets;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ITooLabsTest {

  private static final ITooLabs EXCHANGE = new ITooLabs();
  private static final Instant NOW = Instant.parse("2026-11-20T06:00:10Z");
  private static final Receipt ARRIVAL = new Receipt(NOW, ZoneId.of("Europe/Minsk"), "BY");
  private static final Secrets SECRETS = new Secrets(List.of(), Map.of("crm_token", "test-token"));
  private static final String FORM =
      "cmd=event&type=INCOMING&phone=375290000101&user=anna&callid=c1&crm_token=";
  private static final String JSON =
      "{\"cmd\":\"event\",\"type\":\"INCOMING\",\"phone\":\"375290000101\",\"callid\":\"c1\","
          + "\"crm_token\":\"%s\"}";

  @Test
  void the_token_in_the_body_proves_the_sender() {
    assertThat(isProven(FORM + "test-token")).isTrue();
    assertThat(isProven(JSON.formatted("test-token"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "test-tokem", "TEST-TOKEN", "test-token%20", "***", "%ff"})
  void any_other_token_proves_nothing(String token) {
    assertThat(isProven(FORM + token)).isFalse();
    assertThat(isProven(JSON.formatted(token))).isFalse();
  }

  @Test
  void a_body_that_cannot_be_read_proves_nothing() {
    assertThat(isProven("{\"crm_token\":\"test-token\"")).isFalse();
    assertThat(isProven("")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"20261120T060000Z,", "2026-11-20+09%3A00%3A00, TIME_WITHOUT_OFFSET"})
  void a_start_without_an_offset_is_noted(String start, @Nullable Remark remark) {
    String form = "cmd=history&type=in&callid=c1&duration=5&start=" + start;

    Notification history = EXCHANGE.read(EXCHANGE.fields(post(form)), ARRIVAL);

    assertThat(history.occurredAt()).isEqualTo("2026-11-20T06:00:05Z");
    assertThat(history.remarks()).isEqualTo(remark == null ? Set.of() : Set.of(remark));
  }

  @Test
  void without_a_key_every_request_is_taken() {
    assertThat(EXCHANGE.authenticate(post(FORM + "any"), Secrets.NONE, NOW)).isPresent();
    assertThat(EXCHANGE.requiresProof(Secrets.NONE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm_token", "CRM_Token"})
  void the_token_is_neither_kept_nor_shown(String name) {
    for (String sent : List.of(FORM + "secret-1", JSON.formatted("secret-1"))) {
      NotifyRequest request = post(sent.replace("crm_token", name));

      assertThat(EXCHANGE.fields(request).toString())
          .contains("375290000101")
          .doesNotContain("secret-1");
      assertThat(EXCHANGE.masked(request).body().content().text(UTF_8))
          .contains("375290000101", "***")
          .doesNotContain("secret-1");
    }
  }

  @Test
  void a_repetition_is_recognised_after_the_token_was_changed() {
    assertThat(read(FORM + "old").digest()).isEqualTo(read(FORM + "new").digest());
  }

  @ParameterizedTest
  @CsvSource({
    "cmd=contact&phone=375290000101, {}",
    "cmd=CONTACT, {}",
    "cmd=event&type=contact, '{\"status\":\"stored\"}'",
    "cmd=history, '{\"status\":\"stored\"}'",
    "cmd=rating, '{\"status\":\"stored\"}'",
  })
  void only_a_question_for_a_contact_gets_an_empty_object(String form, String reply) {
    assertThat(EXCHANGE.reply(post(form))).isEqualTo(Reply.json(reply));
  }

  @ParameterizedTest
  @CsvSource({
    "second_callid=c2, c2",
    "second_callid=%20c2%20, c2",
    "second_callid=c1,",
    "second_callid=,",
    "second_callid=null,",
    "ext=101,",
  })
  void another_callid_is_an_alias(String more, String alias) {
    assertThat(read(FORM + "t&" + more).alias()).isEqualTo(alias);
  }

  @ParameterizedTest
  @CsvSource({
    "phone=375290000101&direction=in, 375290000101",
    "phone=375290000101&direction=out, 375290000101",
    "phone=375290000101&direction=internal,",
    "phone=101&direction=in,",
    "phone=101,",
  })
  void an_extension_is_no_customers_number(String form, String number) {
    assertThat(EXCHANGE.numbers(EXCHANGE.fields(post("cmd=event&callid=c1&" + form))))
        .isEqualTo(number == null ? List.of() : List.of(number));
  }

  @Test
  void a_history_has_a_time_of_its_own_when_it_has_start_and_length() {
    String history = "cmd=history&type=in&status=Success&callid=c1";

    assertThat(read(history + "&start=20261120T060000Z&duration=7.5").occurredAt())
        .isEqualTo(Instant.parse("2026-11-20T06:00:07.500Z"));
    assertThat(read(history + "&start=20261120T060000Z").occurredAt()).isEqualTo(NOW);
    assertThat(read(history + "&duration=7").occurredAt()).isEqualTo(NOW);
  }

  private static boolean isProven(String body) {
    return EXCHANGE.authenticate(post(body), SECRETS, NOW).isPresent();
  }

  private static Notification read(String body) {
    return EXCHANGE.read(EXCHANGE.fields(post(body)), ARRIVAL);
  }

  private static NotifyRequest post(String body) {
    return NotifyRequest.kept(
        RequestMethod.POST,
        null,
        "application/x-www-form-urlencoded",
        Bytes.of(body.getBytes(UTF_8)));
  }
}
