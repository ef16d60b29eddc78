package calltally.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ExchangesTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");

  @Test
  void all_but_the_example_are_offered_in_the_order_of_their_names() {
    assertThat(Exchanges.all())
        .extracting(PbxProtocol::name)
        .containsExactly("asterisk", "example", "itoolabs", "mango", "sipsim", "uis", "zadarma");
    assertThat(Exchanges.offered())
        .extracting(PbxProtocol::name)
        .containsExactly("asterisk", "itoolabs", "mango", "sipsim", "uis", "zadarma");
  }

  @Test
  void an_exchange_that_is_not_known_is_named() {
    assertThat(Exchanges.named("avaya")).isEmpty();
    assertThatThrownBy(() -> Exchanges.require("avaya"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("cannot read notifications: exchange must be one of ")
        .hasMessageContaining("zadarma")
        .hasMessageEndingWith(" (was avaya)");
  }

  @Test
  void a_source_without_an_exchange_has_sipsim() {
    assertThat(Exchanges.standard().title()).isEqualTo("SipSim");
    assertThat(Exchanges.standard().name()).isEqualTo(Exchanges.DEFAULT_NAME);
  }

  @Test
  void the_headers_that_any_exchange_reads_are_in_lower_case() {
    assertThat(Exchanges.headers())
        .containsExactlyInAnyOrder("x-webhook-signature", "x-webhook-timestamp", "signature");
  }

  /** What is not reported must never be printed as if it were. */
  @ParameterizedTest
  @CsvSource({
    "asterisk, true, true, true, true",
    "example, true, true, true, true",
    "itoolabs, true, true, false, false",
    "mango, true, true, true, true",
    "sipsim, true, true, true, true",
    "uis, true, false, false, true",
    "zadarma, true, false, false, false",
  })
  void each_exchange_reports_what_its_page_says(
      String exchange, boolean ringStart, boolean ringEnd, boolean ringOutcome, boolean ownTimes) {
    assertThat(Exchanges.require(exchange).capabilities())
        .isEqualTo(new Capabilities(ringStart, ringEnd, ringOutcome, ownTimes));
  }

  @ParameterizedTest
  @CsvSource({
    "asterisk,, true",
    "example, key, false",
    "itoolabs, crm_token, false",
    "mango, api_key salt, false",
    "sipsim,, true",
    "uis,, false",
    "zadarma, secret, false",
  })
  void each_exchange_names_its_secrets(
      String name, @Nullable String secrets, boolean takesSigningSecrets) {
    PbxProtocol exchange = Exchanges.require(name);

    assertThat(new TreeSet<>(exchange.secretNames()))
        .isEqualTo(secrets == null ? Set.of() : Set.of(secrets.split(" ", 0)));
    assertThat(exchange.takesSigningSecrets()).isEqualTo(takesSigningSecrets);
  }

  @ParameterizedTest
  @MethodSource("calltally.exchange.Exchanges#all")
  void a_source_without_secrets_takes_requests_without_a_proof(PbxProtocol exchange) {
    NotifyRequest request = NotifyRequest.line(Bytes.NONE);

    assertThat(exchange.requiresProof(Secrets.NONE)).isFalse();
    assertThat(exchange.authenticate(request, Secrets.NONE, NOW)).contains(request);
  }

  /** UIS has no proof that a secret could make. */
  @ParameterizedTest
  @MethodSource("calltally.exchange.Exchanges#offered")
  void a_source_with_secrets_takes_no_request_without_a_proof(PbxProtocol exchange) {
    Secrets secrets = secrets(exchange);

    assertThat(exchange.requiresProof(secrets)).isEqualTo(!secrets.isEmpty());
    assertThat(exchange.authenticate(NotifyRequest.line(Bytes.NONE), secrets, NOW).isPresent())
        .isEqualTo(secrets.isEmpty());
    assertThat(exchange.proofRule()).contains(" must be ");
    assertThat(secrets).hasToString("secrets");
  }

  private static Secrets secrets(PbxProtocol exchange) {
    Map<String, String> named = new HashMap<>();
    exchange.secretNames().forEach(name -> named.put(name, "secret of " + name));
    return new Secrets(
        exchange.takesSigningSecrets() ? List.of("signing secret") : List.of(), named);
  }

  @ParameterizedTest
  @MethodSource("calltally.exchange.Exchanges#all")
  void only_mango_adds_a_path_to_the_address(PbxProtocol exchange) {
    assertThat(exchange.hasPath("")).isTrue();
    assertThat(exchange.hasPath("events/call")).isEqualTo(exchange.name().equals("mango"));
  }
}
