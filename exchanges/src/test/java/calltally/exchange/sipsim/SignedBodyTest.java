package calltally.exchange.sipsim;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Exchanges;
import calltally.exchange.PbxProtocol;
import calltally.exchange.Secrets;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.ReceivedBody;
import calltally.exchange.request.ReceivedBody.End;
import calltally.exchange.request.RequestHeaders;
import calltally.exchange.request.RequestMethod;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exchanges that sign their bodies: which requests they prove, and what of them. */
final class SignedBodyTest {

  private static final PbxProtocol SIPSIM = Exchanges.standard();
  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final Bytes BODY = Bytes.of("event=test".getBytes(UTF_8));
  private static final Secrets SECRETS = new Secrets(List.of("earlier", "later"), Map.of());

  @ParameterizedTest
  @ValueSource(strings = {"earlier", "later"})
  void each_of_the_secrets_signs_a_body(String secret) {
    NotifyRequest request = request(RequestMethod.POST, null, secret);

    assertThat(SIPSIM.requiresProof(SECRETS)).isTrue();
    assertThat(SIPSIM.authenticate(request, SECRETS, NOW)).contains(request);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Later", "later ", "latest"})
  void no_other_secret_signs_a_body(String secret) {
    NotifyRequest request = request(RequestMethod.POST, null, secret);

    assertThat(SIPSIM.authenticate(request, SECRETS, NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = RequestMethod.class, mode = EnumSource.Mode.EXCLUDE, names = "POST")
  void only_a_post_has_a_body_that_can_be_signed(RequestMethod method) {
    assertThat(SIPSIM.authenticate(request(method, null, "later"), SECRETS, NOW)).isEmpty();
  }

  @Test
  void a_query_is_not_proven_and_so_not_read() {
    Optional<NotifyRequest> proven =
        SIPSIM.authenticate(request(RequestMethod.POST, "status=answer", "later"), SECRETS, NOW);

    assertThat(proven).contains(request(RequestMethod.POST, null, "later"));
    assertThat(SIPSIM.fields(proven.orElseThrow()).values()).containsOnlyKeys("event");
  }

  @Test
  void without_signing_secrets_the_query_is_read_too() {
    Secrets named = new Secrets(List.of(), Map.of("key", "later"));
    NotifyRequest request = request(RequestMethod.POST, "status=answer", "none");

    assertThat(SIPSIM.requiresProof(named)).isFalse();
    assertThat(SIPSIM.authenticate(request, named, NOW)).contains(request);
  }

  @Test
  void the_reply_to_an_unsigned_request_names_both_headers() {
    assertThat(SIPSIM.proofRule())
        .isEqualTo("X-Webhook-Signature and X-Webhook-Timestamp must be valid");
    for (String header : SIPSIM.headers()) {
      assertThat(SIPSIM.proofRule().toLowerCase(Locale.ROOT)).contains(header);
    }
  }

  private static NotifyRequest request(
      RequestMethod method, @Nullable String query, String secret) {
    String timestamp = String.valueOf(NOW.getEpochSecond());
    byte[] digest = new SigningSecret(secret).sign(timestamp.getBytes(US_ASCII), BODY.toArray());
    Map<String, List<String>> proofs =
        Map.of(
            "x-webhook-signature", List.of(HexFormat.of().formatHex(digest)),
            "x-webhook-timestamp", List.of(timestamp));
    return new NotifyRequest(
        method,
        "",
        "",
        query,
        new RequestHeaders("application/x-www-form-urlencoded", null, List.of(), proofs),
        new ReceivedBody(0, BODY, BODY.size(), End.COMPLETE));
  }
}
