package calltally.exchange.zadarma;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Secrets;
import calltally.exchange.request.NotifyRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The signatures are the output of {@code openssl dgst -sha1 -hmac test-secret | base64}. */
final class ZadarmaSignatureTest {

  private static final Zadarma ZADARMA = new Zadarma();
  private static final Secrets SECRETS = new Secrets(List.of(), Map.of("secret", "test-secret"));
  private static final String INCOMING = "MGNhNGZkNGJkYmYxNjI2YmE4YWIxMGE4YTFiOTRhMDUxMTMyODhmZg==";
  private static final String ANSWER = "YzdjODM4YTRkZTg5Zjg3ODlhN2RjNTZkM2M3NDlmYjFjNGMzMzVjZA==";
  private static final String OUTGOING = "NmFiY2VlMTEyYzA0MWIxNWY1ZTM1NGFlZjIwYjFmMzIxMzgxN2I4Zg==";
  private static final String RECORD = "YzA5M2VhMGFmZDM0MDM3ODJjMWY5ZWQyMzlhNzhiNGNiYTIwOTAzNw==";

  private static final Map<String, String> START =
      Map.of(
          "event", "NOTIFY_START",
          "call_start", "2026-11-20 09:00:00",
          "pbx_call_id", "in_1",
          "caller_id", "375290000101",
          "called_did", "375290000001");

  @ParameterizedTest
  @CsvSource({
    "NOTIFY_START, 375290000101, 375290000001, , , " + INCOMING,
    "NOTIFY_INTERNAL, 375290000101, 375290000001, , 101, " + INCOMING,
    "NOTIFY_END, 375290000101, 375290000001, , 101, " + INCOMING,
    "NOTIFY_IVR, 375290000101, 375290000001, , , " + INCOMING,
    "NOTIFY_ANSWER, 375290000101, , 101, 101, " + ANSWER,
    "NOTIFY_OUT_START, , , 375290000101, 101, " + OUTGOING,
    "NOTIFY_OUT_END, 375290000001, , 375290000101, 101, " + OUTGOING,
  })
  void each_event_has_its_own_signed_fields(
      String event,
      String caller,
      String line,
      String destination,
      String internal,
      String signature) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("event", event);
    put(fields, "caller_id", caller);
    put(fields, "called_did", line);
    put(fields, "destination", destination);
    put(fields, "internal", internal);
    fields.put("call_start", "2026-11-20 09:00:00");

    assertThat(proves(ZadarmaRequest.form(fields, signature))).isTrue();
    for (String other : List.of(INCOMING, ANSWER, OUTGOING, RECORD)) {
      assertThat(proves(ZadarmaRequest.form(fields, other)))
          .as(other)
          .isEqualTo(other.equals(signature));
    }
  }

  @Test
  void a_recording_is_signed_by_its_ids() {
    Map<String, String> fields =
        Map.of("event", "NOTIFY_RECORD", "pbx_call_id", "in_1", "call_id_with_rec", "1.2");

    assertThat(proves(ZadarmaRequest.form(fields, RECORD))).isTrue();
    assertThat(proves(ZadarmaRequest.form(with(fields, "pbx_call_id", "in_2"), RECORD))).isFalse();
  }

  @Test
  void how_the_call_ended_is_not_signed() {
    Map<String, String> end = with(START, "event", "NOTIFY_END");

    assertThat(proves(ZadarmaRequest.form(with(end, "disposition", "busy"), INCOMING))).isTrue();
    assertThat(proves(ZadarmaRequest.form(with(end, "caller_id", "375290000102"), INCOMING)))
        .isFalse();
  }

  @Test
  void an_unknown_event_may_have_any_documented_signature() {
    Map<String, String> unknown = with(START, "event", "NOTIFY_SOMETHING");

    assertThat(proves(ZadarmaRequest.form(unknown, INCOMING))).isTrue();
    assertThat(proves(ZadarmaRequest.form(unknown, OUTGOING))).isFalse();
  }

  @Test
  void a_form_of_several_parts_is_signed_the_same_way() {
    assertThat(proves(ZadarmaRequest.multipart(START, INCOMING))).isTrue();
    assertThat(proves(ZadarmaRequest.multipart(START, ANSWER))).isFalse();
  }

  @Test
  void exactly_one_signature_proves_a_request() {
    assertThat(proves(ZadarmaRequest.form(START))).isFalse();
    assertThat(proves(ZadarmaRequest.form(START, ""))).isFalse();
    assertThat(proves(ZadarmaRequest.form(START, INCOMING, INCOMING))).isFalse();
    assertThat(proves(ZadarmaRequest.form(START, INCOMING))).isTrue();
  }

  @Test
  void nothing_is_proven_without_the_right_secret() {
    NotifyRequest request = ZadarmaRequest.form(START, INCOMING);

    for (Map<String, String> named :
        List.of(Map.of("secret", "test-Secret"), Map.of("secret", ""), Map.of("other", "s"))) {
      assertThat(authenticated(request, new Secrets(List.of(), named))).as("%s", named).isFalse();
    }
  }

  @Test
  void every_request_is_taken_when_the_source_has_no_secret() {
    assertThat(authenticated(ZadarmaRequest.form(START), Secrets.NONE)).isTrue();
  }

  @Test
  void a_request_that_cannot_be_read_is_not_proven() {
    assertThat(proves(ZadarmaRequest.form(Map.of(), INCOMING))).isFalse();
    assertThat(proves(ZadarmaRequest.form(with(START, "event", " "), INCOMING))).isFalse();
  }

  @Test
  void a_query_is_no_part_of_what_is_proven() {
    NotifyRequest request = ZadarmaRequest.form(START, INCOMING);
    NotifyRequest signed = request.withContent("duration=60", request.body().content());

    assertThat(ZADARMA.authenticate(signed, SECRETS, Instant.EPOCH))
        .hasValueSatisfying(proven -> assertThat(proven.query()).isNull());
  }

  private static boolean proves(NotifyRequest request) {
    return authenticated(request, SECRETS);
  }

  private static boolean authenticated(NotifyRequest request, Secrets secrets) {
    return ZADARMA.authenticate(request, secrets, Instant.EPOCH).isPresent();
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.put(name, value);
    return changed;
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
