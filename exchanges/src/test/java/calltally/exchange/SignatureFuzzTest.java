package calltally.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.ReceivedBody;
import calltally.exchange.request.RequestHeaders;
import calltally.exchange.request.RequestMethod;
import calltally.exchange.testing.Corpus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * No request is taken as proven without a signature by the secret. One that proves itself by the
 * secret itself, as some exchanges' do, is kept without it.
 */
final class SignatureFuzzTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final String SECRET = "s3cr3t-";

  /** The field in which an exchange sends its secret. */
  private static final Map<String, String> SECRET_FIELDS =
      Map.of("itoolabs", "crm_token", "example", "key");

  @TestFactory
  Stream<DynamicTest> the_corpus_is_refused() {
    return Corpus.of("signature", SignatureFuzzTest::fuzzerTestOneInput);
  }

  /**
   * Judges a request by each exchange.
   *
   * @param input lines of headers, an empty line, and the body
   */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, ISO_8859_1);
    int end = text.indexOf("\n\n");
    Map<String, List<String>> headers = new HashMap<>();
    for (String line : text.substring(0, Math.max(0, end)).split("\n", -1)) {
      int colon = Math.max(0, line.indexOf(':'));
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(line.substring(Math.min(line.length(), colon + 1)).strip());
    }
    byte[] body = text.substring(end < 0 ? 0 : end + 2).getBytes(ISO_8859_1);
    NotifyRequest request = request(headers, body);
    for (PbxProtocol exchange : Exchanges.all()) {
      Secrets secrets = secrets(exchange);
      if (exchange.requiresProof(secrets)
          && exchange.authenticate(request, secrets, NOW).isPresent()) {
        assertThat(SECRET_FIELDS).containsKey(exchange.name());
        assertThat(exchange.authenticate(exchange.masked(request), secrets, NOW)).isEmpty();
        String field = requireNonNull(SECRET_FIELDS.get(exchange.name()));
        assertThat(exchange.fields(request).text(field))
            .isNotEqualTo(Optional.of(SECRET + exchange.name()));
      }
    }
  }

  private static NotifyRequest request(Map<String, List<String>> headers, byte[] body) {
    return new NotifyRequest(
            RequestMethod.POST,
            "",
            "",
            null,
            new RequestHeaders(
                headers.getOrDefault("content-type", List.of("")).get(0), null, List.of(), headers),
            ReceivedBody.none(0))
        .withBody(new ReceivedBody(0, Bytes.of(body), body.length, ReceivedBody.End.COMPLETE));
  }

  private static Secrets secrets(PbxProtocol exchange) {
    String secret = SECRET + exchange.name();
    return new Secrets(
        exchange.takesSigningSecrets() ? List.of(secret) : List.of(),
        exchange.secretNames().stream().collect(Collectors.toMap(name -> name, name -> secret)));
  }
}
