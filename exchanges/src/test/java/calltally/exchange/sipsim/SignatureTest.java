package calltally.exchange.sipsim;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.request.Bytes;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignatureTest {

  private static final SigningSecret SECRET = new SigningSecret("whsec-Ключ");
  private static final List<SigningSecret> SECRETS = List.of(SECRET);
  private static final String TIMESTAMP = "1795154400";
  private static final Instant SIGNED_AT = Instant.ofEpochSecond(1795154400);
  private static final String BODY =
      "{\"event\":\"test\",\"pbx_id\":\"test_000000\",\"message\":\"Привет\"}";

  /** The output of openssl dgst -sha256 -hmac. */
  private static final String DIGEST =
      "a3236173eb844a12756ebea431e3130d5211aed98d4b583a315b8550fcb4ea29";

  @Test
  void a_signature_proves_its_own_body() {
    assertThat(proves(DIGEST, TIMESTAMP, BODY)).isTrue();
    assertThat(proves(DIGEST.toUpperCase(Locale.ROOT), TIMESTAMP, BODY)).isTrue();
    assertThat(proves(DIGEST, TIMESTAMP, BODY + " ")).isFalse();
    assertThat(proves(DIGEST, "1795154401", BODY)).isFalse();
    assertThat(proves(DIGEST, "01795154400", BODY)).isFalse();
  }

  @Test
  void every_bit_of_the_body_and_of_the_signature_counts() {
    byte[] body = BODY.getBytes(UTF_8);
    byte[] digest = HexFormat.of().parseHex(DIGEST);
    for (int bit = 0; bit < body.length * 8; bit++) {
      assertThat(proves(DIGEST, TIMESTAMP, Bytes.of(flipped(body, bit)))).isFalse();
    }
    for (int bit = 0; bit < digest.length * 8; bit++) {
      String other = HexFormat.of().formatHex(flipped(digest, bit));
      assertThat(proves(other, TIMESTAMP, BODY)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "300000, true",
    "300001, false",
    "301000, false",
    "-300000, true",
    "-300001, false",
  })
  void a_signature_is_valid_for_five_minutes_in_both_directions(long millisLater, boolean holds) {
    Instant now = SIGNED_AT.plusMillis(millisLater);

    assertThat(signature(DIGEST, TIMESTAMP).proves(bytes(BODY), SECRETS, now)).isEqualTo(holds);
  }

  @Test
  void a_request_may_be_signed_with_any_of_several_secrets() {
    SigningSecret other = new SigningSecret("other");

    assertThat(provenWith(List.of(other, SECRET))).isTrue();
    assertThat(provenWith(List.of(SECRET, other))).isTrue();
    assertThat(provenWith(List.of(other))).isFalse();
  }

  @Test
  void without_a_body_only_the_timestamp_is_signed() {
    byte[] digest = SECRET.sign(TIMESTAMP.getBytes(US_ASCII), new byte[0]);

    assertThat(proves(HexFormat.of().formatHex(digest), TIMESTAMP, Bytes.NONE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "sha256=", "00", "zz", "é"})
  void a_malformed_digest_proves_nothing(String digest) {
    assertThat(proves(digest, TIMESTAMP, BODY)).isFalse();
    assertThat(proves(digest + DIGEST, TIMESTAMP, BODY)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1795154400", "+1795154400", "1795154400.0", " 1795154400", "٣", "1e9"})
  void a_malformed_timestamp_proves_nothing(String timestamp) {
    byte[] digest = SECRET.sign(timestamp.getBytes(UTF_8), BODY.getBytes(UTF_8));

    assertThat(proves(HexFormat.of().formatHex(digest), timestamp, BODY)).isFalse();
    assertThat(proves(DIGEST, "9".repeat(40), BODY)).isFalse();
  }

  @Test
  void a_missing_or_repeated_header_proves_nothing() {
    List<String> none = List.of();
    List<String> digest = List.of(DIGEST);
    List<String> time = List.of(TIMESTAMP);

    assertThat(proves(new Signature(none, time))).isFalse();
    assertThat(proves(new Signature(digest, none))).isFalse();
    assertThat(proves(new Signature(List.of(DIGEST, DIGEST), time))).isFalse();
    assertThat(proves(new Signature(digest, List.of(TIMESTAMP, TIMESTAMP)))).isFalse();
  }

  @Test
  void a_secret_stays_out_of_messages() {
    assertThat(SECRET).hasToString("signing secret");
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] flipped = bytes.clone();
    flipped[bit / 8] ^= (byte) (1 << bit % 8);
    return flipped;
  }

  private static boolean proves(String digest, String timestamp, String body) {
    return proves(digest, timestamp, bytes(body));
  }

  private static boolean proves(String digest, String timestamp, Bytes body) {
    return signature(digest, timestamp).proves(body, SECRETS, SIGNED_AT);
  }

  private static boolean proves(Signature signature) {
    return signature.proves(bytes(BODY), SECRETS, SIGNED_AT);
  }

  private static boolean provenWith(List<SigningSecret> secrets) {
    return signature(DIGEST, TIMESTAMP).proves(bytes(BODY), secrets, SIGNED_AT);
  }

  private static Signature signature(String digest, String timestamp) {
    return new Signature(List.of(digest), List.of(timestamp));
  }

  private static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(UTF_8));
  }
}
